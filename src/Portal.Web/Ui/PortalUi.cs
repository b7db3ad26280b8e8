using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Web.Edge.Tenants;
using Portal.Web.Ui.Shell;
using Radzen;

namespace Portal.Web.Ui;

/// <summary>Blazor, the design system and the frame around the pages.</summary>
internal static class PortalUi
{
    // What the browser may say at once: a form, or the answer to an upload. Files never come this way.
    private const long MessageBytesMax = 256 * 1024;

    private static readonly TimeSpan CircuitKept = TimeSpan.FromMinutes(2);

    /// <summary>Services of this folder.</summary>
    public static void AddPortalUi(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DisconnectedCircuitRetentionPeriod = CircuitKept)
            .AddHubOptions(hub =>
            {
                hub.AddFilter<TenantHubFilter>();
                hub.MaximumReceiveMessageSize = MessageBytesMax;
            });
        services.AddRadzenComponents();
        services.AddSingleton<NavCatalog>();
        services.TryAddScoped<IShellFacade, ShellFacade>();
        services.AddScoped<Toasts>();
        services.AddScoped<Dialogs>();
    }

    /// <summary>Static files, pages and the circuit's hub.</summary>
    public static void MapPortalUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null)
            .Add(endpoint =>
            {
                // The gallery of components has no tenant and nobody to sign in as; it exists in development only.
                if (app.Environment.IsDevelopment()
                    && endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
                    && path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
                {
                    endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
                }
            });
    }
}
