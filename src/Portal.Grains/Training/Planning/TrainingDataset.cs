using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Datasets;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training.Planning;

/// <summary>A dataset's version as training needs it. The profile is null once the dataset was deleted.</summary>
internal sealed record TrainingDataset(string Name, DatasetVersion Version, DatasetProfile? Profile)
{
    /// <summary>A version by its number, or the newest; null when it is missing or deleted.</summary>
    public static Task<TrainingDataset?> FindAsync(
        ICell cell, TenantId tenant, DatasetId id, int? number, CancellationToken cancel) =>
        cell.Database.FindAsync(
            tenant,
            new DbWrite(
                """
                select d.name, v.number, v.blob, v.sha256, v.bytes, v.rows, v.delimiter, v.columns::text,
                    v.subject_key, v.added_at, v.added_by, p.profile::text
                from datasets d
                join dataset_versions v on v.tenant_id = d.tenant_id and v.dataset_id = d.dataset_id
                left join dataset_profiles p
                    on p.tenant_id = v.tenant_id and p.dataset_id = v.dataset_id and p.number = v.number
                where d.tenant_id = $1 and d.dataset_id = $2 and d.deleted_at is null
                    and v.number = case when $3::int = 0 then d.latest else $3::int end
                """,
                tenant.Value,
                id.Value,
                number ?? 0),
            Read,
            cancel);

    private static TrainingDataset Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        new DatasetVersion
        {
            Number = row.GetInt32(1),
            Blob = row.GetString(2),
            Sha256 = row.GetString(3),
            Bytes = row.GetInt64(4),
            Rows = row.GetInt64(5),
            Delimiter = row.GetString(6)[0],
            Columns = JsonSerializer.Deserialize<ImmutableArray<DatasetColumn>>(row.GetString(7), PortalJson.Options),
            SubjectKey = row.IsDBNull(8) ? null : row.GetString(8),
            AddedAt = row.GetFieldValue<DateTimeOffset>(9),
            AddedBy = row.GetString(10),
        },
        row.IsDBNull(11) ? null : JsonSerializer.Deserialize<DatasetProfile>(row.GetString(11), PortalJson.Options));
}
