using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Tenants;

/// <summary>The tenant in whose place a request or a circuit runs: what the address says, not who calls.</summary>
public sealed record TenantContext(string Slug, TenantId TenantId, RegionCode Region)
{
    /// <summary>The address under which everything of the tenant lies, such as <c>/t/acme</c>.</summary>
    public string PathBase => TenantPath.Of(Slug);
}
