using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;
using Decision = Portal.Grains.Runtime.Decision;

namespace Portal.Grains.Datasets;

/// <summary>What a dataset allows.</summary>
internal static class DatasetDecider
{
    /// <summary>So many versions a stream holds that is read whole.</summary>
    public const int VersionsMax = 1_000;

    public const string DestroyKind = "dataset.destroy";
    public const string SweepKind = "dataset.sweep";

    /// <summary>How old a blob without a version must be before it is taken for left behind.</summary>
    public static readonly TimeSpan OrphanAge = TimeSpan.FromMinutes(30);

    private const int NameLengthMax = 120;

    public static Result<Decision<Unit>> ExpectBlob(DatasetId id, DecisionContext context) =>
        Decision.Nothing(Unit.Done) with
        {
            // Twice the age: by then even a blob whose commit took long counts as old.
            Due = [new DueWork($"{SweepKind}:{id}", context.Now + (2 * OrphanAge), SweepKind, id.ToString())],
        };

    public static Result<Decision<DatasetAdded>> Create(
        DatasetId id, DatasetState state, CreateDataset command, DecisionContext context)
    {
        if (state.Name is not null)
        {
            return DatasetErrors.Exists;
        }

        if (NameOf(command.Name) is not { } name)
        {
            return DatasetErrors.NameInvalid;
        }

        var version = VersionOf(1, command.Content, context);
        return Decision.Of(
            new DatasetAdded(id, name, version, IsNew: true),
            new DatasetCreated(name),
            new DatasetVersionAdded(version));
    }

    public static Result<Decision<DatasetAdded>> AddVersion(
        DatasetId id, DatasetState state, IngestedContent content, DecisionContext context)
    {
        if (!state.Exists)
        {
            return DatasetErrors.NotFound;
        }

        if (state.Versions.FirstOrDefault(v => IsSame(v, content)) is { } same)
        {
            return Decision.Nothing(new DatasetAdded(id, state.Name!, same, IsNew: false));
        }

        if (state.Versions.Length >= VersionsMax)
        {
            return DatasetErrors.TooManyVersions;
        }

        var version = VersionOf(state.Versions.Length + 1, content, context);
        return Decision.Of(
            new DatasetAdded(id, state.Name!, version, IsNew: true), new DatasetVersionAdded(version));
    }

    public static Result<Decision<Unit>> Rename(DatasetState state, string wanted)
    {
        if (!state.Exists)
        {
            return DatasetErrors.NotFound;
        }

        return NameOf(wanted) is not { } name ? DatasetErrors.NameInvalid
            : name == state.Name ? Decision.Nothing(Unit.Done)
            : Decision.Of(Unit.Done, new DatasetRenamed(state.Name!, name));
    }

    public static Result<Decision<Unit>> Delete(DatasetId id, DatasetState state, DecisionContext context)
    {
        if (state.Name is null)
        {
            return DatasetErrors.NotFound;
        }

        return state.IsDeleted
            ? Decision.Nothing(Unit.Done)
            : Decision.Of(Unit.Done, new DatasetDeleted(state.Name, state.Versions.Length)) with
            {
                Due = [new DueWork($"{DestroyKind}:{id}", context.Now, DestroyKind, id.ToString())],
            };
    }

    public static Result<Decision<Unit>> ConfirmDestroyed(DatasetState state, int blobs) =>
        !state.IsDeleted ? DatasetErrors.NotFound
        : state.IsDestroyed ? Decision.Nothing(Unit.Done)
        : Decision.Of(Unit.Done, new DatasetDestroyed(blobs));

    /// <summary>The name as it is kept, or null when it is none.</summary>
    public static string? NameOf(string? wanted)
    {
        var name = wanted?.Trim();
        return string.IsNullOrEmpty(name) || name.Length > NameLengthMax || name.Any(char.IsControl)
            || name.Any(char.IsSurrogate) && !IsWellFormed(name)
            ? null
            : name.Normalize();
    }

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);

    private static bool IsSame(DatasetVersion version, IngestedContent content) =>
        version.Sha256 == content.Sha256
        && version.SubjectKey == content.SubjectKey
        && version.Columns.SequenceEqual(content.Columns);

    private static DatasetVersion VersionOf(int number, IngestedContent content, DecisionContext context) => new()
    {
        Number = number,
        Blob = content.Blob,
        Sha256 = content.Sha256,
        Bytes = content.Bytes,
        Rows = content.Rows,
        Delimiter = content.Delimiter,
        Columns = content.Columns,
        SubjectKey = content.SubjectKey,
        AddedAt = context.Now,
        AddedBy = context.Principal.Actor,
    };
}
