using Portal.Compute.Data;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Datasets;

/// <summary>A version's bytes and how to read them.</summary>
public static class DatasetContent
{
    /// <summary>
    /// The plain bytes as they were uploaded, from the start; null when the dataset was deleted. The caller has checked
    /// the permission and writes down the access where a person sees the rows.
    /// </summary>
    public static Task<Stream?> OpenAsync(
        ICell cell, TenantId tenant, DatasetVersion version, CancellationToken cancel) =>
        cell.Blobs.OpenAsync(tenant, version.Blob, cancel);

    /// <summary>Rows about identified people or things are personal, all others confidential.</summary>
    public static string ClassificationOf(DatasetVersion version) =>
        version.SubjectKey is null ? "confidential" : "personal";

    /// <summary>The schema by which <see cref="CsvTableReader"/> reads the bytes.</summary>
    internal static TableSchema SchemaOf(DatasetVersion version) => new(
        [.. version.Columns.Select(c => new ColumnSchema(c.Name, ColumnTypeName.Parse(c.Type), c.DateFormat))],
        version.Delimiter);

    /// <summary>
    /// The kind of a dataset's blobs. Each dataset has its own, so that deleting one never touches the equal bytes of
    /// another, and all of a dataset's bytes can be found without asking which versions it had.
    /// </summary>
    internal static string BlobKindOf(DatasetId id) =>
        id.ToString().Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
