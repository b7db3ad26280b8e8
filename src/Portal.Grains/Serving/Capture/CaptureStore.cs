using System.Text.Json;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Serving.Capture;

/// <summary>Writes segments and sums of minutes.</summary>
internal sealed class CaptureStore(ICells cells, TimeProvider clock)
{
    private const string BlobKind = "captures";

    private const string InsertSegment = """
        insert into capture_segments (tenant_id, segment_id, deployment_id, revision, model_id, model_version,
            from_at, to_at, rows, bytes, blob)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string AddMinute = """
        insert into request_minutes as m (tenant_id, deployment_id, minute, model_id, model_version,
            requests, rows, refused, limited, failed, latency_ms, latency_buckets)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (tenant_id, deployment_id, minute, model_id, model_version) do update set
            requests = m.requests + excluded.requests, rows = m.rows + excluded.rows,
            refused = m.refused + excluded.refused, limited = m.limited + excluded.limited,
            failed = m.failed + excluded.failed, latency_ms = m.latency_ms + excluded.latency_ms,
            latency_buckets = (select array_agg(a + b order by n)
                from unnest(m.latency_buckets, excluded.latency_buckets) with ordinality as t(a, b, n))
        """;

    public async Task WriteSegmentAsync(CaptureSegment segment, CancellationToken cancel)
    {
        var of = segment.Of;
        var cell = cells.Of(of.Region);
        var id = PublicId.New(clock);
        await using var blob = await cell.Blobs.CreateAsync(of.Tenant, BlobKind, cancel);
        await JsonSerializer.SerializeAsync(
            blob.Stream, SegmentCodec.Write(id, segment), PortalJson.Options, cancel);
        var stored = await blob.CommitAsync(cancel);
        var row = new DbWrite(
            InsertSegment, of.Tenant, id, of.Deployment.Value, of.Revision, of.Model.Value, of.Version, segment.From,
            segment.To, segment.Rows, stored.Bytes, stored.Name);
        await cell.Database.WriteAsync(of.Tenant, [row], cancel);
    }

    public Task AddMinutesAsync(
        RegionCode region, TenantId tenant, IReadOnlyCollection<MinuteTally> minutes, CancellationToken cancel) =>
        cells.Of(region).Database.WriteAsync(
            tenant,
            [
                .. minutes.OrderBy(m => m.Of.Deployment.Value).ThenBy(m => m.Of.Minute).Select(m => new DbWrite(
                    AddMinute, tenant, m.Of.Deployment.Value, m.Of.Minute, m.Of.Model.Value, m.Of.Version, m.Requests,
                    m.Rows, m.Refused, m.Limited, m.Failed, m.Milliseconds, m.Buckets)),
            ],
            cancel);
}
