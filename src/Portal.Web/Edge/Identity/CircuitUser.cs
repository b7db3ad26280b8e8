using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Portal.Web.Edge.Identity;

/// <summary>Who a circuit belongs to, as <see cref="CircuitSession"/> finds him from time to time.</summary>
internal sealed class CircuitUser : ServerAuthenticationStateProvider
{
    /// <summary>Tells the circuit's components who it is now.</summary>
    public void Set(ClaimsPrincipal user) => SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
}
