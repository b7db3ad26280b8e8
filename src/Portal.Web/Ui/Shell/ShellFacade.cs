using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Ui.Shell;

/// <summary>What the address and the session say by themselves: slug, name in the ticket, role.</summary>
internal sealed class ShellFacade(
    CurrentTenant tenant, IPrincipalAccessor principals, AuthenticationStateProvider users) : IShellFacade
{
    public async Task<ShellInfo> GetAsync(CancellationToken cancel)
    {
        var principal = await principals.FindAsync();
        var user = (await users.GetAuthenticationStateAsync()).User;
        return new ShellInfo(
            tenant.Value?.Slug ?? string.Empty,
            principal is null ? null : user.FindFirstValue(ClaimTypes.Name) ?? principal.Actor,
            principal?.Role.ToString());
    }
}
