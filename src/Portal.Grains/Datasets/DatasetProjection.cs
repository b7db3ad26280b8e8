using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Datasets;

/// <summary>Keeps the read models of datasets in step with their events.</summary>
internal static class DatasetProjection
{
    public const string NameConstraint = "datasets_name";

    public static IEnumerable<DbWrite> Of(
        GrainKey key, DatasetId id, DatasetState after, IDomainEvent happened, DecisionContext context)
    {
        var tenant = key.Tenant.Value;
        switch (happened)
        {
            case DatasetCreated created:
                yield return new(
                    """
                    insert into datasets (tenant_id, dataset_id, project, name, latest, revision, created_at,
                        created_by, updated_at)
                    values ($1, $2, $3, $4, 0, $5, $6, $7, $6)
                    """,
                    tenant, id.Value, key.Project, created.Name, after.Revision, context.Now, context.Principal.Actor);
                break;
            case DatasetVersionAdded added:
                yield return Version(tenant, id, added.Version);
                yield return new(
                    """
                    update datasets set latest = $3, revision = $4, updated_at = $5
                    where tenant_id = $1 and dataset_id = $2
                    """,
                    tenant, id.Value, added.Version.Number, after.Revision, context.Now);
                break;
            case DatasetRenamed renamed:
                yield return new(
                    """
                    update datasets set name = $3, revision = $4, updated_at = $5
                    where tenant_id = $1 and dataset_id = $2
                    """,
                    tenant, id.Value, renamed.To, after.Revision, context.Now);
                break;
            case DatasetDeleted:
                yield return new(
                    """
                    update datasets set deleted_at = $3, revision = $4, updated_at = $3
                    where tenant_id = $1 and dataset_id = $2
                    """,
                    tenant, id.Value, context.Now, after.Revision);

                // Statistics name values of the data: they are erased with it.
                yield return new(
                    "delete from dataset_profiles where tenant_id = $1 and dataset_id = $2", tenant, id.Value);
                break;
        }
    }

    /// <summary>The statistics of a version that was just decided.</summary>
    public static DbWrite Profile(TenantId tenant, DatasetAdded added, IngestedContent content) => new(
        """
        insert into dataset_profiles (tenant_id, dataset_id, number, missing_cells, profile)
        values ($1, $2, $3, $4, $5::jsonb)
        """,
        tenant.Value, added.Dataset.Value, added.Version.Number, content.MissingCells, content.Profile);

    private static DbWrite Version(Guid tenant, DatasetId id, DatasetVersion version) => new(
        """
        insert into dataset_versions (tenant_id, dataset_id, number, blob, sha256, bytes, rows, delimiter, columns,
            subject_key, added_at, added_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::text, $11, $12)
        """,
        tenant,
        id.Value,
        version.Number,
        version.Blob,
        version.Sha256,
        version.Bytes,
        version.Rows,
        version.Delimiter.ToString(),
        JsonSerializer.Serialize(version.Columns, PortalJson.Options),
        version.SubjectKey,
        version.AddedAt,
        version.AddedBy);
}
