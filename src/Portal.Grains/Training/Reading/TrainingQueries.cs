using System.Text.Json;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training.Reading;

/// <summary>Reads runs as their tenant. Somebody else's id is answered as a missing one.</summary>
public sealed class TrainingQueries(ICells cells, PermissionGate gate)
{
    /// <summary>So many rows of progress are given at a time.</summary>
    public const int ProgressMax = 1_000;

    /// <summary>Runs, the newest first, whose target contains the filter.</summary>
    public async Task<Result<ListPage<RunView>>> ListAsync(
        Principal principal, ListQuery query, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, "-", cancel) is { } denied)
        {
            return denied;
        }

        var rows = await Database(principal).QueryAsync(
            principal.Tenant,
            new DbWrite(
                """
                select run_id, state::text from training_runs
                where tenant_id = $1 and run_id < $2 and target ilike $3 order by run_id desc limit $4
                """,
                principal.Tenant.Value,
                query.Before,
                query.Pattern,
                query.Take + 1),
            Read,
            cancel);
        return ListPage<RunView>.Cut(rows, query.Take, r => r.Id.Value.ToString("N"));
    }

    /// <summary>One run.</summary>
    public async Task<Result<RunView>> FindAsync(Principal principal, RunId id, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        var found = await Database(principal).FindAsync(
            principal.Tenant,
            new DbWrite(
                "select run_id, state::text from training_runs where tenant_id = $1 and run_id = $2",
                principal.Tenant.Value,
                id.Value),
            Read,
            cancel);
        return found is null ? RunErrors.NotFound : found;
    }

    /// <summary>Progress after <paramref name="since"/>, in order, at most <see cref="ProgressMax"/> rows.</summary>
    public async Task<Result<IReadOnlyList<RunProgress>>> ProgressAsync(
        Principal principal, RunId id, int since, CancellationToken cancel)
    {
        if (await DeniedAsync(principal, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        return Result<IReadOnlyList<RunProgress>>.Of(await Database(principal).QueryAsync(
            principal.Tenant,
            new DbWrite(
                """
                select seq, attempt, at, round, rounds_max, train, validation, line from run_progress
                where tenant_id = $1 and run_id = $2 and seq > $3 order by seq limit $4
                """,
                principal.Tenant.Value,
                id.Value,
                since,
                ProgressMax),
            ReadProgress,
            cancel));
    }

    private static RunView Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), JsonSerializer.Deserialize<RunState>(row.GetString(1), PortalJson.Options)!);

    private static RunProgress ReadProgress(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.GetInt32(1),
        row.GetFieldValue<DateTimeOffset>(2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        row.IsDBNull(4) ? null : row.GetInt32(4),
        row.IsDBNull(5) ? null : row.GetDouble(5),
        row.IsDBNull(6) ? null : row.GetDouble(6),
        row.IsDBNull(7) ? null : row.GetString(7));

    private ITenantDatabase Database(Principal principal) => cells.Of(principal.Region).Database;

    private Task<Error?> DeniedAsync(Principal principal, string id, CancellationToken cancel) =>
        gate.CheckAsync(principal, TrainingPermissions.Read, "run", id, cancel);
}
