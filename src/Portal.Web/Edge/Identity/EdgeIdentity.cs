using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Web.Edge.Identity;

/// <summary>How callers prove who they are.</summary>
internal static class EdgeIdentity
{
    /// <summary>Services of this folder; before Blazor's own, because circuits get their user from here.</summary>
    public static void AddEdgeIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(PortalSchemes.Any)
            .AddPolicyScheme(PortalSchemes.Any, displayName: null, any => any.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthenticationHandler>(PortalSchemes.Key, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(
                PortalSchemes.Session, configureOptions: null);
        services.AddSingleton<SessionCookie>();
        services.AddOptions<DoorOptions>().BindConfiguration(DoorOptions.SectionName)
            .Validate(
                o => o.AttemptsPerMinute is >= 1 and <= 100_000, "Portal:Doors:AttemptsPerMinute must be 1 to 100000.")
            .ValidateOnStart();
        services.AddSingleton<Doors>();
        services.AddScoped<AuthenticationStateProvider, CircuitUser>();
        services.AddScoped<CircuitHandler, CircuitSession>();
    }

    private static string Choose(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization") ? PortalSchemes.Key : PortalSchemes.Session;
}
