using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Removes blobs that nobody may read any more.</summary>
internal sealed class DatasetBlobs(TimeProvider clock)
{
    /// <summary>
    /// Deletes a dataset's blobs that are older than <paramref name="age"/> and belong to no version of a dataset that
    /// still exists; answers how many.
    /// </summary>
    public async Task<int> SweepAsync(
        ICell cell, TenantId tenant, DatasetId id, TimeSpan age, CancellationToken cancel)
    {
        var names = new List<string>();
        var before = clock.GetUtcNow() - age;
        await foreach (var name in cell.Blobs.ListAsync(
            tenant, DatasetContent.BlobKindOf(id), age > TimeSpan.Zero ? before : DateTimeOffset.MaxValue, cancel))
        {
            names.Add(name);
        }

        var swept = 0;
        foreach (var name in names)
        {
            if (!await IsUsedAsync(cell, tenant, id, name, cancel))
            {
                swept += await cell.Blobs.DeleteAsync(tenant, name, cancel) ? 1 : 0;
            }
        }

        return swept;
    }

    private static async Task<bool> IsUsedAsync(
        ICell cell, TenantId tenant, DatasetId id, string blob, CancellationToken cancel) =>
        await cell.Database.FindAsync(
            tenant,
            new DbWrite(
                """
                select count(*) from dataset_versions v join datasets d using (tenant_id, dataset_id)
                where v.tenant_id = $1 and v.dataset_id = $2 and v.blob = $3 and d.deleted_at is null
                """,
                tenant.Value, id.Value, blob),
            row => row.GetInt64(0),
            cancel) > 0;
}
