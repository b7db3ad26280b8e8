using System.Collections.Immutable;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;

namespace Portal.Web.Features.Datasets;

/// <summary>A version as the API shows it.</summary>
public sealed record DatasetVersionView(
    int Number,
    string Sha256,
    long Bytes,
    long Rows,
    char Delimiter,
    ImmutableArray<DatasetColumn> Columns,
    string? SubjectKey,
    DateTimeOffset AddedAt,
    string AddedBy)
{
    internal static DatasetVersionView Of(DatasetVersion version) => new(
        version.Number,
        version.Sha256,
        version.Bytes,
        version.Rows,
        version.Delimiter,
        version.Columns,
        version.SubjectKey,
        version.AddedAt,
        version.AddedBy);
}

/// <summary>What an upload became; not new when that very version was there already.</summary>
public sealed record DatasetAddedView(string Id, string Name, bool IsNew, DatasetVersionView Version)
{
    internal static DatasetAddedView Of(DatasetAdded added) =>
        new(added.Dataset.ToString(), added.Name, added.IsNew, DatasetVersionView.Of(added.Version));
}

/// <summary>A version with its statistics.</summary>
public sealed record DatasetVersionDetailView(DatasetVersionView Version, DatasetProfile Profile)
{
    internal static DatasetVersionDetailView Of(DatasetVersionDetail detail) =>
        new(DatasetVersionView.Of(detail.Version), detail.Profile);
}

/// <summary>Every version, the newest first.</summary>
public sealed record DatasetVersionsView(ImmutableArray<DatasetVersionView> Items);

/// <summary>Types by column name; a null subject key keeps it, an empty text removes it.</summary>
public sealed record RetypeRequest(ImmutableDictionary<string, string>? Types, string? SubjectKey);

/// <summary>The new name.</summary>
public sealed record RenameRequest(string? Name);

/// <summary>Where an upload stands: receiving, reading, saving, done or refused.</summary>
public sealed record UploadView(
    string Id, string Stage, long Bytes, long? TotalBytes, long Rows, string? Dataset, int? Version, string? Error)
{
    internal static UploadView Of(UploadProgress progress) => new(
        progress.Id,
        progress.Stage.ToString().ToLowerInvariant(),
        progress.Bytes,
        progress.TotalBytes,
        progress.Rows,
        progress.Dataset?.ToString(),
        progress.Version,
        progress.Error);
}
