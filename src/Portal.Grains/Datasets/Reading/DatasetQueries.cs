using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Datasets.Reading;

/// <summary>Reads datasets as their tenant. Somebody else's id is answered as a missing one.</summary>
public sealed class DatasetQueries(ICells cells, PermissionGate gate)
{
    private const int LimitMax = 200;

    private const string SelectSummary = """
        select d.dataset_id, d.name, d.latest, v.rows, jsonb_array_length(v.columns), v.bytes, p.missing_cells,
            v.sha256, v.subject_key, d.created_at, d.created_by, d.updated_at, d.revision, lower(d.name)
        from datasets d
        join dataset_versions v on v.tenant_id = d.tenant_id and v.dataset_id = d.dataset_id and v.number = d.latest
        join dataset_profiles p
            on p.tenant_id = v.tenant_id and p.dataset_id = v.dataset_id and p.number = v.number
        where d.tenant_id = $1 and d.deleted_at is null
        """;

    private const string SelectVersion = """
        select v.number, v.blob, v.sha256, v.bytes, v.rows, v.delimiter, v.columns::text, v.subject_key, v.added_at,
            v.added_by
        from dataset_versions v join datasets d on d.tenant_id = v.tenant_id and d.dataset_id = v.dataset_id
        where v.tenant_id = $1 and v.dataset_id = $2 and d.deleted_at is null
        """;

    /// <summary>The datasets of the project, page by page.</summary>
    public async Task<Result<ListPage<DatasetSummary>>> ListAsync(
        Principal principal, DatasetListRequest request, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, "-", cancel) is { } denied)
        {
            return denied;
        }

        if (DatasetOrder.Find(request.Sort) is not { } order)
        {
            return At("sort-unknown", "Sort by name, -name, updated or -updated.", "sort");
        }

        (object Key, Guid Id)? place = null;
        if (!string.IsNullOrEmpty(request.Cursor) && (place = order.PlaceOf(request.Cursor)) is null)
        {
            return At("cursor-invalid", "This cursor does not belong to this list.", "cursor");
        }

        var limit = Math.Clamp(request.Limit, 1, LimitMax);
        var filter = (request.Filter ?? string.Empty).Replace("\0", string.Empty, StringComparison.Ordinal);
        var rows = await cells.Of(principal.Region).Database.QueryAsync(
            principal.Tenant, ListQuery(principal, order, place, filter, limit + 1), r => (Read(r), Key(r)), cancel);
        return new ListPage<DatasetSummary>(
            [.. rows.Take(limit).Select(r => r.Item1)],
            rows.Count > limit ? order.CursorOf(rows[limit - 1].Item2, rows[limit - 1].Item1.Id) : null);

        string Key(NpgsqlDataReader row) => order.IsTime
            ? row.GetFieldValue<DateTimeOffset>(11).ToString("O", CultureInfo.InvariantCulture)
            : row.GetString(13);
    }

    /// <summary>One dataset.</summary>
    public async Task<Result<DatasetSummary>> GetAsync(Principal principal, DatasetId id, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        var found = await cells.Of(principal.Region).Database.FindAsync(
            principal.Tenant,
            new DbWrite(SelectSummary + " and d.dataset_id = $2", principal.Tenant.Value, id.Value),
            Read,
            cancel);
        return found is null ? DatasetErrors.NotFound : found;
    }

    /// <summary>Its versions, the newest first.</summary>
    public async Task<Result<ImmutableArray<DatasetVersion>>> VersionsAsync(
        Principal principal, DatasetId id, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        var found = await cells.Of(principal.Region).Database.QueryAsync(
            principal.Tenant,
            new DbWrite(SelectVersion + " order by v.number desc", principal.Tenant.Value, id.Value),
            ReadVersion,
            cancel);
        return found.Count == 0 ? DatasetErrors.NotFound : found.ToImmutableArray();
    }

    /// <summary>One version with its statistics.</summary>
    public async Task<Result<DatasetVersionDetail>> VersionAsync(
        Principal principal, DatasetId id, int number, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        var database = cells.Of(principal.Region).Database;
        var version = await database.FindAsync(
            principal.Tenant,
            new DbWrite(SelectVersion + " and v.number = $3", principal.Tenant.Value, id.Value, number),
            ReadVersion,
            cancel);
        var profile = version is null ? null : await database.FindAsync(
            principal.Tenant,
            new DbWrite(
                """
                select profile::text from dataset_profiles
                where tenant_id = $1 and dataset_id = $2 and number = $3
                """,
                principal.Tenant.Value, id.Value, number),
            r => JsonSerializer.Deserialize<DatasetProfile>(r.GetString(0), PortalJson.Options),
            cancel);
        return version is null || profile is null
            ? await ExistsAsync(principal, id, cancel) ? DatasetErrors.VersionNotFound : DatasetErrors.NotFound
            : new DatasetVersionDetail(version, profile);
    }

    internal async Task<bool> ExistsAsync(Principal principal, DatasetId id, CancellationToken cancel) =>
        await CountAsync(principal, "dataset_id = $2", id.Value, cancel) > 0;

    internal async Task<bool> IsNameTakenAsync(Principal principal, string name, CancellationToken cancel) =>
        await CountAsync(principal, $"lower(name) = lower($2) and project = '{GrainKeys.DefaultProject}'", name, cancel)
            > 0;

    private static DbWrite ListQuery(
        Principal principal, DatasetOrder order, (object Key, Guid Id)? place, string filter, int limit)
    {
        // Only constants of DatasetOrder stand in the text; what a caller sends are parameters.
        var text = $"{SelectSummary} and d.project = $2 and ($3 = '' or strpos(lower(d.name), lower($3)) > 0)"
            + (place is null ? "" : $" and ({order.Column}, d.dataset_id) {order.Comparison} ($5, $6)")
            + $" order by {order.Column} {order.Direction}, d.dataset_id {order.Direction} limit $4";
        return place is { } p
            ? new(text, principal.Tenant.Value, GrainKeys.DefaultProject, filter, limit, p.Key, p.Id)
            : new(text, principal.Tenant.Value, GrainKeys.DefaultProject, filter, limit);
    }

    private static DatasetSummary Read(NpgsqlDataReader row) => new()
    {
        Id = new(row.GetGuid(0)),
        Name = row.GetString(1),
        Latest = row.GetInt32(2),
        Rows = row.GetInt64(3),
        Columns = row.GetInt32(4),
        Bytes = row.GetInt64(5),
        MissingCells = row.GetInt64(6),
        Sha256 = row.GetString(7),
        SubjectKey = row.IsDBNull(8) ? null : row.GetString(8),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
        CreatedBy = row.GetString(10),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(11),
        Revision = row.GetInt64(12),
    };

    private static DatasetVersion ReadVersion(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt32(0),
        Blob = row.GetString(1),
        Sha256 = row.GetString(2),
        Bytes = row.GetInt64(3),
        Rows = row.GetInt64(4),
        Delimiter = row.GetString(5)[0],
        Columns = JsonSerializer.Deserialize<ImmutableArray<DatasetColumn>>(row.GetString(6), PortalJson.Options),
        SubjectKey = row.IsDBNull(7) ? null : row.GetString(7),
        AddedAt = row.GetFieldValue<DateTimeOffset>(8),
        AddedBy = row.GetString(9),
    };

    private static Invalid At(string code, string message, string path) =>
        new(code, message) { Fields = [new FieldError(code, message, path)] };

    private Task<long> CountAsync(Principal principal, string where, object value, CancellationToken cancel) =>
        cells.Of(principal.Region).Database.FindAsync(
            principal.Tenant,
            new DbWrite(
                $"select count(*) from datasets where tenant_id = $1 and deleted_at is null and {where}",
                principal.Tenant.Value,
                value),
            r => r.GetInt64(0),
            cancel);

    private Task<Error?> DeniedAsync(Principal principal, string id, CancellationToken cancel) =>
        gate.CheckAsync(principal, DatasetsPermissions.Read, "dataset", id, cancel);
}
