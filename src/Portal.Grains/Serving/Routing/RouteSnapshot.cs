using System.Collections.Frozen;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Routing;

/// <summary>
/// All routes of a cell at one moment, and the endpoints that this node will have as soon as a model is loaded.
/// Immutable; swapped whole.
/// </summary>
internal sealed record RouteSnapshot(
    FrozenDictionary<(TenantId Tenant, string Endpoint), Route> Routes,
    FrozenSet<(TenantId Tenant, string Endpoint)> Pending)
{
    public static RouteSnapshot Empty { get; } =
        new(FrozenDictionary<(TenantId, string), Route>.Empty, FrozenSet<(TenantId, string)>.Empty);

    /// <summary>The routes that follow on <paramref name="before"/>, as far as this node has the models.</summary>
    public static RouteSnapshot Build(
        RouteSnapshot before, IReadOnlyList<WantedRevision> wanted, Func<ModelKey, LoadOutcome?> find)
    {
        var routes = new Dictionary<(TenantId, string), Route>();
        var pending = new HashSet<(TenantId, string)>();
        foreach (var revision in wanted.Where(w => w.Routed))
        {
            var name = (revision.Tenant, revision.Endpoint);
            var old = before.Routes.GetValueOrDefault(name);
            if (old?.Revision is { } same
                && same.Deployment == revision.Deployment && same.Revision == revision.Revision)
            {
                routes[name] = old;
                continue;
            }

            var models = revision.Models.Select(k => (find(k) as LoadOutcome.Loaded)?.Model).ToArray();
            if (Array.TrueForAll(models, m => m is not null))
            {
                routes[name] = new Route(
                    revision, [.. models.Zip(revision.Targets, (model, target) => (model!, target.Weight))]);
            }
            else if (old?.Revision.Deployment == revision.Deployment)
            {
                routes[name] = old; // What answered before goes on until this node has the new one.
            }
            else
            {
                pending.Add(name);
            }
        }

        pending.UnionWith(wanted.Where(w => !w.Routed).Select(w => (w.Tenant, w.Endpoint)));
        return new(routes.ToFrozenDictionary(), pending.ToFrozenSet());
    }
}
