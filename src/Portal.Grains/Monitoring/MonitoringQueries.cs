using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Monitoring;

/// <summary>Reads traffic and drift of deployments.</summary>
public sealed class MonitoringQueries
{
    private const int DeploymentsShownMax = 50;

    private const string Deployments = """
        select d.deployment_id, d.endpoint, d.environment, d.stopped_at is null, r.targets
        from deployments d left join deployment_revisions r on r.tenant_id = d.tenant_id
            and r.deployment_id = d.deployment_id and r.revision = d.routed_revision
        """;

    private const string Minutes = """
        select deployment_id, minute, requests, rows, refused, limited, failed, latency_buckets from request_minutes
        """;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan RangeMax = TimeSpan.FromDays(31);

    private readonly ICells _cells;
    private readonly PermissionGate _gate;
    private readonly DriftService _drift;
    private readonly TimeProvider _clock;

    internal MonitoringQueries(ICells cells, PermissionGate gate, DriftService drift, TimeProvider clock) =>
        (_cells, _gate, _drift, _clock) = (cells, gate, drift, clock);

    /// <summary>The 50 newest deployments that were not stopped, each with traffic and drift of a day.</summary>
    public async Task<Result<IReadOnlyList<MonitoredDeployment>>> ListAsync(
        Principal principal, CancellationToken cancel)
    {
        if (await CheckAsync(principal, "-", cancel) is { } refusal)
        {
            return refusal;
        }

        var now = _clock.GetUtcNow();
        var found = await Database(principal).QueryAsync(
            principal.Tenant,
            new(
                $"{Deployments} where d.stopped_at is null order by d.deployment_id desc limit $1",
                DeploymentsShownMax),
            Read,
            cancel);
        var minutes = await Database(principal).QueryAsync(
            principal.Tenant,
            new(
                $"{Minutes} where deployment_id = any($1) and minute >= $2",
                found.Select(d => d.Id.Value).ToArray(), now - Day),
            ReadMinute,
            cancel);
        var byDeployment = minutes.ToLookup(m => m.Deployment);
        var list = new List<MonitoredDeployment>(found.Count);
        foreach (var of in found)
        {
            var own = byDeployment[of.Id.Value];
            var drift = await _drift.OfAsync(principal.Region, principal.Tenant, of, DriftWindow.Default, cancel);
            list.Add(new(
                of.Id, of.Endpoint, of.Environment, of.Model is not null, TrafficSums.Sum(now - Day, own),
                [.. TrafficSums.ByStep(own, now - Day, now, Hour).Select(p => (double)p.Requests)], drift.Verdict));
        }

        return Result<IReadOnlyList<MonitoredDeployment>>.Of(list);
    }

    /// <summary>
    /// The traffic of a deployment, by default of the last hour; 31 days at most, else <c>time-range-invalid</c>.
    /// </summary>
    public async Task<Result<TrafficView>> TrafficAsync(
        Principal principal, DeploymentId id, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancel)
    {
        var found = await FindAsync(principal, id, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var end = (to ?? _clock.GetUtcNow()).ToUniversalTime();
        var begin = (from ?? end - Hour).ToUniversalTime();
        if (end <= begin || end - begin > RangeMax)
        {
            return MonitoringErrors.BadRange;
        }

        var minutes = await Database(principal).QueryAsync(
            principal.Tenant,
            new($"{Minutes} where deployment_id = $1 and minute >= $2 and minute < $3", id.Value, begin, end),
            ReadMinute,
            cancel);
        var step = TrafficSums.StepOf(end - begin);
        return new TrafficView(
            id, found.Value.Endpoint, found.Value.Environment, begin, end, (int)step.TotalSeconds,
            TrafficSums.Sum(begin, minutes), TrafficSums.ByStep(minutes, begin, end, step));
    }

    /// <summary>Drift of what answers now; <paramref name="window"/> is one of <see cref="DriftWindow.All"/>.</summary>
    public async Task<Result<DriftView>> DriftAsync(
        Principal principal, DeploymentId id, string window, CancellationToken cancel)
    {
        var found = await FindAsync(principal, id, cancel);
        return !found.Ok ? found.Error
            : DriftWindow.LengthOf(window) is null ? MonitoringErrors.UnknownWindow
            : await _drift.OfAsync(principal.Region, principal.Tenant, found.Value, window, cancel);
    }

    private async Task<Result<Answering>> FindAsync(Principal principal, DeploymentId id, CancellationToken cancel)
    {
        if (await CheckAsync(principal, id.ToString(), cancel) is { } refusal)
        {
            return refusal;
        }

        var found = await Database(principal).FindAsync(
            principal.Tenant, new($"{Deployments} where d.deployment_id = $1", id.Value), Read, cancel);
        return found is null ? MonitoringErrors.NotFound : found;
    }

    private static Answering Read(NpgsqlDataReader row)
    {
        var targets = row.IsDBNull(4)
            ? []
            : JsonSerializer.Deserialize<ImmutableArray<RouteTarget>>(row.GetString(4), PortalJson.Options);
        var target = targets.IsDefaultOrEmpty ? null : targets.MaxBy(t => t.Weight);
        return new(
            new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.GetBoolean(3), target?.Model, target?.Version);
    }

    private static MinuteRow ReadMinute(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
        row.GetInt64(5), row.GetInt64(6), row.GetFieldValue<int[]>(7));

    private Task<Error?> CheckAsync(Principal principal, string id, CancellationToken cancel) =>
        _gate.CheckAsync(principal, MonitoringPermissions.Read, "deployment", id, cancel);

    private ITenantDatabase Database(Principal principal) => _cells.Of(principal.Region).Database;
}
