using System.Collections.Immutable;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Datasets;

/// <summary>What datasets refuse, and why.</summary>
internal static class DatasetErrors
{
    /// <summary>Missing, deleted, or somebody else's: one answer.</summary>
    public static Error NotFound { get; } = new NotFound("dataset-not-found", "There is no such dataset.");

    public static Error VersionNotFound { get; } =
        new NotFound("dataset-version-not-found", "The dataset has no such version.");

    public static Error NameTaken { get; } = new Conflict(
        "name-taken", "Another dataset has this name already. Choose another name, or add a version to that dataset.");

    public static Error NameInvalid { get; } = At(
        "name-invalid", "A name has 1 to 120 characters and no line breaks.", "name");

    public static Error Exists { get; } = new Conflict("dataset-exists", "This dataset was created already.");

    public static Error TooManyVersions { get; } = new QuotaExceeded(
        "too-many-versions", $"A dataset has at most {DatasetDecider.VersionsMax} versions. Start a new dataset.");

    public static Error Busy { get; } = new Unavailable(
        "too-many-uploads", "Too many files are being read at this moment. Try again soon.", TimeSpan.FromSeconds(10));

    public static Error TooLarge(long bytesMax) => new Invalid(
        "upload-too-large", $"The file is larger than {bytesMax:N0} bytes, the most that is taken.");

    public static Error UnknownSubject(string column) => At(
        "subject-key-unknown", $"The file has no column '{column}'.", "subjectKey", column);

    public static Error UnknownType(string column, string type) => At(
        "type-unknown",
        $"'{type}' is no type. Use integer, number, boolean, category, text or date.",
        $"types.{column}",
        column);

    public static Error UnknownColumn(string column) => At(
        "csv-unknown-column", $"The dataset has no column '{column}'.", $"types.{column}", column);

    /// <summary>The file can't be taken, with each place that is wrong.</summary>
    public static Error Refused(ImmutableArray<FieldError> faults) =>
        new Invalid(faults[0].Code, faults.Length == 1
            ? faults[0].Message
            : $"{faults[0].Message} There are {faults.Length} such faults.")
        {
            Fields = faults,
        };

    private static Invalid At(string code, string message, string path, string? column = null) =>
        new(code, message) { Fields = [new FieldError(code, message, path, Column: column)] };
}
