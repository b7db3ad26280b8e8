using System.Security.Claims;
using Portal.Tenancy.Identity;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Edge.Identity;

/// <summary>A session as the framework's user, the same in requests and circuits.</summary>
internal static class SessionUser
{
    public static ClaimsPrincipal Of(SessionFacts facts, TenantContext tenant) => new(PrincipalClaims.Write(
        facts.ToPrincipal(tenant.TenantId, tenant.Region), PortalSchemes.Session, facts.Name));
}
