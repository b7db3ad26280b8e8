using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Routing;

/// <summary>A version of a tenant's model with the hash that its graph must have.</summary>
internal sealed record ModelKey(TenantId Tenant, ModelId Model, int Version, string Artifact, string Sha256)
{
    public static ModelKey Of(TenantId tenant, RouteTarget target) =>
        new(tenant, target.Model, target.Version, target.ArtifactName, target.ArtifactSha256);
}
