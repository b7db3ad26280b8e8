using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Compute.Data;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Blobs;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>
/// Reads a file: once while it arrives and goes into its blob, and once more from the blob where a histogram needs it.
/// Memory does not grow with the file.
/// </summary>
internal sealed class CsvIntake(IOptions<DatasetOptions> options)
{
    private CsvLimits Limits => CsvLimits.Default with
    {
        ColumnsMax = options.Value.ColumnsMax,
        RowsMax = options.Value.RowsMax,
        LineBytesMax = options.Value.LineBytesMax,
    };

    /// <summary>Copies the body into <paramref name="writer"/>, uncommitted, and says what it holds.</summary>
    public async Task<Result<TableProfile>> ReceiveAsync(
        Stream body,
        IBlobWriter writer,
        UploadSettings settings,
        IProgress<CsvProgress> progress,
        CancellationToken cancel)
    {
        if (CheckTypes(settings.Types) is { } wrong)
        {
            return wrong;
        }

        var tee = new TeeStream(body, writer.Stream, options.Value.BytesMax);
        var outcome = await CsvProfiler.ProfileAsync(tee, Asked(settings.Types), progress, cancel);
        if (tee.IsTooLong)
        {
            return DatasetErrors.TooLarge(options.Value.BytesMax);
        }

        return Judge(outcome) switch
        {
            { Ok: true } taken when settings.SubjectKey is { } key && taken.Value.Find(key) is null =>
                DatasetErrors.UnknownSubject(key),
            var judged => judged,
        };
    }

    /// <summary>Makes histograms exact that came from a sample.</summary>
    public Task<TableProfile> RefineAsync(
        TableProfile profile,
        Func<CancellationToken, ValueTask<Stream>> open,
        IProgress<CsvProgress> progress,
        CancellationToken cancel) =>
        CsvProfiler.RefineAsync(profile, open, Limits, progress, cancel);

    /// <summary>Reads committed bytes with other types for some columns; the others keep their statistics.</summary>
    public async Task<Result<DatasetProfile>> RetypeAsync(
        DatasetProfile before,
        ImmutableDictionary<string, string> types,
        Func<CancellationToken, ValueTask<Stream>> open,
        CancellationToken cancel)
    {
        var outcome = await CsvProfiler.ProfileAsync(
            open, Asked(types) with { Delimiter = before.Delimiter }, progress: null, cancel);
        return Judge(outcome).Map(profile => before with
        {
            Columns =
            [
                .. before.Columns.Zip(
                    profile.ToDatasetProfile().Columns, (old, fresh) => types.ContainsKey(old.Name) ? fresh : old),
            ],
        });
    }

    /// <summary>Refuses types that are none.</summary>
    public static Error? CheckTypes(ImmutableDictionary<string, string> types) =>
        types.Where(t => ColumnTypeName.Find(t.Value) is null)
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => DatasetErrors.UnknownType(t.Key, t.Value))
            .FirstOrDefault();

    /// <summary>What the grain is told of committed bytes.</summary>
    public static IngestedContent ContentOf(BlobInfo blob, DatasetProfile profile, string? subjectKey) => new()
    {
        Blob = blob.Name,
        Sha256 = blob.Sha256,
        Bytes = blob.Bytes,
        Rows = profile.Rows,
        Delimiter = profile.Delimiter,
        Columns = [.. profile.Columns.Select(c => c.ToColumn())],
        SubjectKey = subjectKey,
        MissingCells = profile.MissingCells,
        Profile = JsonSerializer.Serialize(profile, PortalJson.Options),
    };

    private CsvProfileOptions Asked(ImmutableDictionary<string, string> types) => CsvProfileOptions.Default with
    {
        Limits = Limits,
        Overrides = types.ToImmutableDictionary(t => t.Key, t => ColumnTypeName.Parse(t.Value)),
    };

    private static Result<TableProfile> Judge(CsvProfileOutcome outcome) => outcome switch
    {
        CsvProfileOutcome.Profiled profiled => profiled.Profile,
        CsvProfileOutcome.Refused refused => DatasetErrors.Refused(
            [.. refused.Errors.Select(e => new FieldError(e.Code, e.Message, null, e.Row, e.Column))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
