using System.Collections.Immutable;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Routing;

/// <summary>A revision that this node should hold: it is being loaded, or it answers.</summary>
internal sealed record WantedRevision(
    TenantId Tenant, DeploymentId Deployment, string Endpoint, string Environment, int Revision, bool Routed,
    ImmutableArray<RouteTarget> Targets)
{
    /// <summary>The models it needs.</summary>
    public IEnumerable<ModelKey> Models => Targets.Select(t => ModelKey.Of(Tenant, t));
}
