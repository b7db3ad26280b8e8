using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Capture;

/// <summary>Reads what endpoints were asked and answered. The caller has checked the permission.</summary>
internal static class CaptureReader
{
    private const string Newest = """
        select model_id, model_version from capture_segments
        where deployment_id = $1 and to_at >= $2 and from_at < $3 order by to_at desc limit 1
        """;

    private const string Segments = """
        select blob, rows from capture_segments
        where deployment_id = $1 and to_at >= $2 and from_at < $3 and model_id = $4 and model_version = $5
        order by to_at desc
        """;

    /// <summary>
    /// The newest rows of a time, whole segments at its edges; null when there are none. A segment whose key was
    /// destroyed is left out.
    /// </summary>
    public static async Task<CapturedRows?> ReadAsync(
        ICell cell, TenantId tenant, CaptureQuery query, CancellationToken cancel)
    {
        var of = query is { Model: { } model, Version: { } version }
            ? new Answerer(model.Value, version)
            : await cell.Database.FindAsync(
                tenant,
                new(Newest, query.Deployment.Value, query.From, query.To),
                r => new Answerer(r.GetGuid(0), r.GetInt32(1)),
                cancel);
        if (of is null)
        {
            return null;
        }

        var segments = await cell.Database.QueryAsync(
            tenant,
            new(Segments, query.Deployment.Value, query.From, query.To, of.Model, of.Version),
            r => (Blob: r.GetString(0), Rows: r.GetInt32(1)),
            cancel);
        var documents = new List<SegmentDocument>();
        var rows = 0;
        foreach (var segment in segments)
        {
            if (rows >= query.RowsMax)
            {
                break;
            }

            if (await ReadAsync(cell, tenant, segment.Blob, cancel) is { } document)
            {
                documents.Add(document);
                rows += segment.Rows;
            }
        }

        return documents.Count == 0
            ? null
            : new(
                new ModelId(of.Model), of.Version, SegmentCodec.Read(documents, query.RowsMax),
                segments.Sum(s => (long)s.Rows));
    }

    private static async Task<SegmentDocument?> ReadAsync(
        ICell cell, TenantId tenant, string blob, CancellationToken cancel)
    {
        await using var stream = await cell.Blobs.OpenAsync(tenant, blob, cancel);
        return stream is null
            ? null
            : await JsonSerializer.DeserializeAsync<SegmentDocument>(stream, PortalJson.Options, cancel);
    }

    private sealed record Answerer(Guid Model, int Version);
}
