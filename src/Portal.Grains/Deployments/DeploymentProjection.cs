using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Deployments;

/// <summary>Keeps the read models of deployments in step with their events.</summary>
internal static class DeploymentProjection
{
    public const string EndpointConstraint = "deployments_endpoint";

    public static IEnumerable<DbWrite> Of(GrainKey key, DeploymentId id, IDomainEvent happened, DecisionContext context)
    {
        var tenant = key.Tenant.Value;
        switch (happened)
        {
            case DeploymentCreated e:
                yield return new(
                    """
                    insert into deployments
                        (tenant_id, deployment_id, project, endpoint, environment, created_at, created_by, updated_at)
                    values ($1, $2, $3, $4, $5, $6, $7, $6)
                    """,
                    tenant, id.Value, key.Project, e.Endpoint, e.Environment, context.Now, context.Principal.Actor);
                break;
            case RevisionProposed e:
                yield return new(
                    """
                    insert into deployment_revisions
                        (tenant_id, deployment_id, revision, status, cause, targets, approvals,
                         proposed_at, proposed_by)
                    values ($1, $2, $3, 'loading', $4, $5::jsonb, $6, $7, $8)
                    """,
                    tenant, id.Value, e.Revision, e.Cause is RevisionCause.Deploy ? "deploy" : "rollback",
                    JsonSerializer.Serialize(e.Targets, PortalJson.Options), e.Approvals.ToArray(), context.Now,
                    context.Principal.Actor);
                yield return Touch(tenant, id, context);
                break;
            case RevisionRouted e:
                yield return new(
                    """
                    update deployment_revisions
                        set status = case when revision = $3 then 'routed' else 'superseded' end,
                        concluded_at = case when revision = $3 then $4 else concluded_at end
                    where tenant_id = $1 and deployment_id = $2 and (revision = $3 or status = 'routed')
                    """,
                    tenant, id.Value, e.Revision, context.Now);
                yield return new(
                    """
                    update deployments set routed_revision = $3, updated_at = $4
                    where tenant_id = $1 and deployment_id = $2
                    """,
                    tenant, id.Value, e.Revision, context.Now);
                break;
            case RevisionFailed e:
                yield return new(
                    """
                    update deployment_revisions
                    set status = 'failed', failure_code = $4, failure = $5, concluded_at = $6
                    where tenant_id = $1 and deployment_id = $2 and revision = $3
                    """,
                    tenant, id.Value, e.Revision, e.Code, e.Message, context.Now);
                yield return Touch(tenant, id, context);
                break;
            case DeploymentStopped:
                yield return new(
                    """
                    update deployments set stopped_at = $3, updated_at = $3
                    where tenant_id = $1 and deployment_id = $2
                    """,
                    tenant, id.Value, context.Now);
                yield return new(
                    """
                    update deployment_revisions
                        set status = case when status = 'routed' then 'superseded' else 'failed' end
                    where tenant_id = $1 and deployment_id = $2 and status in ('routed', 'loading')
                    """,
                    tenant, id.Value);
                break;
        }
    }

    private static DbWrite Touch(Guid tenant, DeploymentId id, DecisionContext context) => new(
        "update deployments set updated_at = $3 where tenant_id = $1 and deployment_id = $2",
        tenant, id.Value, context.Now);
}
