using System.Text.Json;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training;

/// <summary>
/// Keeps the read model of runs in step with their events: the whole state, and what lists are searched by.
/// </summary>
internal static class RunProjection
{
    public static DbWrite Of(GrainKey key, RunId id, RunState after, DecisionContext context) => new(
        """
        insert into training_runs (tenant_id, run_id, project, dataset_id, target, status, cancel_requested, attempt,
            state, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)
        on conflict (tenant_id, run_id) do update set status = excluded.status,
            cancel_requested = excluded.cancel_requested, attempt = excluded.attempt, state = excluded.state,
            updated_at = excluded.updated_at
        """,
        key.Tenant.Value,
        id.Value,
        key.Project,
        after.Request!.Dataset.Value,
        after.Request.Target,
        after.Status.ToString(),
        after.CancelRequested,
        after.Attempt,
        JsonSerializer.Serialize(after, PortalJson.Options),
        context.Now);
}
