using Portal.Grains.Keys;
using Portal.Grains.Serving.Nodes;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>What each node made of a revision.</summary>
internal sealed class LoadReports(ServingNode node, TimeProvider clock)
{
    private const string Write = """
        insert into serving_reports (tenant_id, deployment_id, revision, node, state, sha256, error_code, error, at)
        values ($1, $2, $3, $4, $5, $6::text, $7::text, $8::text, $9)
        on conflict (tenant_id, deployment_id, revision, node) do update set state = excluded.state,
            sha256 = excluded.sha256, error_code = excluded.error_code, error = excluded.error, at = excluded.at
        """;

    /// <summary>Reports for this node.</summary>
    public Task WriteAsync(
        ICell cell, WantedRevision revision, LoadOutcome.Failed? failure, CancellationToken cancel) =>
        cell.Database.WriteAsync(
            revision.Tenant,
            [
                new(
                    Write, revision.Tenant, revision.Deployment.Value, revision.Revision, node.Name,
                    failure is null ? "loaded" : "failed",
                    failure is null ? revision.Targets[0].ArtifactSha256 : null,
                    failure?.Code, failure?.Message, clock.GetUtcNow()),
            ],
            cancel);

    /// <summary>What all nodes reported on a revision.</summary>
    public static Task<IReadOnlyList<LoadReport>> ReadAsync(
        ICell cell, TenantId tenant, DeploymentId deployment, int revision, CancellationToken cancel) =>
        cell.Database.QueryAsync(
            tenant,
            new(
                """
                select node, state = 'loaded', error_code, error from serving_reports
                where deployment_id = $1 and revision = $2
                """,
                deployment.Value, revision),
            row => new LoadReport(
                row.GetString(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3)),
            cancel);
}

/// <summary>One node's report.</summary>
internal sealed record LoadReport(string Node, bool Loaded, string? Code, string? Message);
