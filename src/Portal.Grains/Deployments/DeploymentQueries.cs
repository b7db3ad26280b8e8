using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Deployments;

/// <summary>
/// A deployment as lists and pages show it; <paramref name="Routed"/> is null until something answers.
/// </summary>
public sealed record DeploymentView(
    DeploymentId Id, string Endpoint, string Environment, RevisionView? Routed, DateTimeOffset CreatedAt,
    string CreatedBy, DateTimeOffset UpdatedAt, DateTimeOffset? StoppedAt);

/// <summary>
/// A revision as pages show it. Status: loading, routed, superseded, failed. Cause: deploy, rollback.
/// </summary>
public sealed record RevisionView(
    int Number, string Status, string Cause, ImmutableArray<RouteTarget> Targets, ImmutableArray<string> Approvals,
    string? FailureCode, string? Failure, DateTimeOffset ProposedAt, string ProposedBy, DateTimeOffset? ConcludedAt);

/// <summary>Reads deployments and revisions.</summary>
public sealed class DeploymentQueries(ICells cells, PermissionGate gate)
{
    private const string Revision =
        """
        r.revision, r.status, r.cause, r.targets, r.approvals, r.failure_code, r.failure, r.proposed_at, r.proposed_by,
        r.concluded_at
        """;

    private const string Select =
        $"""
        select d.deployment_id, d.endpoint, d.environment, d.created_at, d.created_by, d.updated_at, d.stopped_at,
            {Revision}
        from deployments d left join deployment_revisions r on r.tenant_id = d.tenant_id
            and r.deployment_id = d.deployment_id and r.revision = d.routed_revision
        """;

    private const int RevisionColumn = 7;

    /// <summary>Deployments, newest first, whose endpoint contains the filter. Stopped ones are among them.</summary>
    public async Task<Result<ListPage<DeploymentView>>> ListAsync(
        Principal principal, ListQuery query, CancellationToken cancel)
    {
        if (await CheckAsync(principal, "-", cancel) is { } refusal)
        {
            return refusal;
        }

        var rows = await Database(principal).QueryAsync(
            principal.Tenant,
            new(
                $"{Select} where d.deployment_id < $1 and d.endpoint ilike $2 order by d.deployment_id desc limit $3",
                query.Before, query.Pattern, query.Take + 1),
            Read,
            cancel);
        return ListPage<DeploymentView>.Cut(rows, query.Take, d => d.Id.Value.ToString("N"));
    }

    /// <summary>One deployment.</summary>
    public Task<Result<DeploymentView>> FindAsync(Principal principal, DeploymentId id, CancellationToken cancel) =>
        OneAsync(principal, id.ToString(), new($"{Select} where d.deployment_id = $1", id.Value), cancel);

    /// <summary>The deployment that answers at an endpoint now.</summary>
    public Task<Result<DeploymentView>> FindAsync(Principal principal, string endpoint, CancellationToken cancel) =>
        OneAsync(
            principal, endpoint, new($"{Select} where d.endpoint = $1 and d.stopped_at is null", endpoint), cancel);

    /// <summary>All revisions of a deployment, newest first.</summary>
    public async Task<Result<IReadOnlyList<RevisionView>>> RevisionsAsync(
        Principal principal, DeploymentId id, CancellationToken cancel)
    {
        var found = await FindAsync(principal, id, cancel);
        return found.Ok
            ? Result<IReadOnlyList<RevisionView>>.Of(await Database(principal).QueryAsync(
                principal.Tenant,
                new(
                    $"select {Revision} from deployment_revisions r "
                        + "where r.deployment_id = $1 order by r.revision desc",
                    id.Value),
                row => ReadRevision(row, 0),
                cancel))
            : found.Error;
    }

    private async Task<Result<DeploymentView>> OneAsync(
        Principal principal, string id, DbWrite query, CancellationToken cancel)
    {
        if (await CheckAsync(principal, id, cancel) is { } refusal)
        {
            return refusal;
        }

        var found = await Database(principal).FindAsync(principal.Tenant, query, Read, cancel);
        return found is null ? DeploymentErrors.NotFound : found;
    }

    private static DeploymentView Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2),
        row.IsDBNull(RevisionColumn) ? null : ReadRevision(row, RevisionColumn),
        row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6));

    private static RevisionView ReadRevision(NpgsqlDataReader row, int at) => new(
        row.GetInt32(at), row.GetString(at + 1), row.GetString(at + 2),
        JsonSerializer.Deserialize<ImmutableArray<RouteTarget>>(row.GetString(at + 3), PortalJson.Options),
        [.. row.GetFieldValue<string[]>(at + 4)],
        row.IsDBNull(at + 5) ? null : row.GetString(at + 5),
        row.IsDBNull(at + 6) ? null : row.GetString(at + 6),
        row.GetFieldValue<DateTimeOffset>(at + 7), row.GetString(at + 8),
        row.IsDBNull(at + 9) ? null : row.GetFieldValue<DateTimeOffset>(at + 9));

    private Task<Error?> CheckAsync(Principal principal, string id, CancellationToken cancel) =>
        gate.CheckAsync(principal, DeploymentsPermissions.Read, "deployment", id, cancel);

    private ITenantDatabase Database(Principal principal) => cells.Of(principal.Region).Database;
}
