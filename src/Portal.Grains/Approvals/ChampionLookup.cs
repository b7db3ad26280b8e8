using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Approvals;

/// <summary>Finds what an environment serves of a model now, and what a decision on it must expect.</summary>
internal static class ChampionLookup
{
    /// <summary>
    /// The champion, or null where nothing of this model is served there, with the streams relied on.
    /// </summary>
    public static async Task<(Champion? Champion, Expect? Expect)> FindAsync(
        GrainRuntime runtime, GrainKey key, ModelId model, ModelState state, string environment,
        CancellationToken cancel)
    {
        var found = await runtime.Cell.Database.FindAsync(
            key.Tenant,
            new(
                """
                select d.deployment_id from deployments d
                join deployment_revisions r on r.tenant_id = d.tenant_id and r.deployment_id = d.deployment_id
                    and r.revision = d.routed_revision
                where d.environment = $1 and d.stopped_at is null
                    and r.targets @> jsonb_build_array(jsonb_build_object('model', $2::text))
                order by r.concluded_at desc limit 1
                """,
                environment, model.ToString()),
            row => new DeploymentId(row.GetGuid(0)),
            cancel);
        if (found == default)
        {
            return (null, null);
        }

        var seen = await runtime.LookAsync<DeploymentState>(GrainKeys.Deployment(key.Tenant, found), cancel);
        var target = seen.State.Routed?.Targets.FirstOrDefault(t => t.Model == model);
        var champion = target is not null && state.Version(target.Version) is { } version
            ? new Champion($"{model}/{version.Number}", version.Metrics)
            : null;
        return (champion, seen.Expect);
    }
}
