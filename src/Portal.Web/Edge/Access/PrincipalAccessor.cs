using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Tenancy.Access;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Edge.Access;

internal sealed class PrincipalAccessor(
    IHttpContextAccessor http, AuthenticationStateProvider circuitUser, CurrentTenant tenant) : IPrincipalAccessor
{
    private ClientOrigin? _origin;

    /// <summary>Whether this scope is a circuit's.</summary>
    public bool InCircuit { get; private set; }

    public async ValueTask<Principal?> FindAsync()
    {
        if (!InCircuit)
        {
            return http.HttpContext is { } context ? Of(context.User, OriginOf(context)) : null;
        }

        var state = await circuitUser.GetAuthenticationStateAsync();
        return Of(state.User, _origin);
    }

    /// <summary>The principal that <paramref name="user"/> carries, where it fits the address.</summary>
    public Principal? Of(ClaimsPrincipal user, ClientOrigin? origin = null)
    {
        var principal = PrincipalClaims.Read(user);
        return principal is null || (tenant.Value is { } here && here.TenantId != principal.Tenant)
            ? null
            : principal with { Origin = origin };
    }

    /// <summary>From now on the circuit says who calls: it follows a sign-out, the first request does not.</summary>
    public void UseCircuit(HttpContext? connection)
    {
        InCircuit = true;
        _origin = connection is null ? null : OriginOf(connection);
    }

    private static ClientOrigin OriginOf(HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString());
}
