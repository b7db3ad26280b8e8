using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;
using Portal.Web.Edge.Identity;
using Portal.Web.Edge.Tenants;
using Portal.Web.Hosting;

namespace Portal.Web.Edge;

/// <summary>Which tenant, who calls, may he, and how a refusal looks.</summary>
internal static class PortalEdge
{
    /// <summary>Services of this folder.</summary>
    public static void AddPortalEdge(this IServiceCollection services)
    {
        services.AddScoped<CurrentTenant>();
        services.AddScoped(s => s.GetRequiredService<CurrentTenant>().Required);
        services.AddSingleton<ITenantLocator, TenantLocator>();
        services.AddSingleton<MatcherPolicy, PagePlacePolicy>();
        services.AddScoped<CircuitHandler, CircuitStart>();

        services.AddScoped<PrincipalAccessor>();
        services.AddScoped<IPrincipalAccessor>(s => s.GetRequiredService<PrincipalAccessor>());
        services.TryAddScoped<ICaller, Caller>();
        services.AddEdgeIdentity();
        services.AddSingleton<EdgeDenials>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalHandler>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options => options.HeaderName = SessionForgeryMiddleware.Header);
    }

    /// <summary>From errors inwards to the endpoint.</summary>
    public static void UsePortalEdge(this WebApplication app)
    {
        app.UseWhen(Audience.IsMachine, machines =>
        {
            machines.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = ExceptionProblem.WriteAsync,
                AllowStatusCode404Response = true,
            });
            machines.UseStatusCodePages(status => WriteBareStatusAsync(status.HttpContext));
        });
        app.UseWhen(context => !Audience.IsMachine(context), people =>
        {
            people.UseExceptionHandler("/status/500", createScopeForErrors: true);
            people.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        });
        app.UseMiddleware<TenantPathMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SessionForgeryMiddleware>();
        app.UseAntiforgery();
    }

    private static Task WriteBareStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return Problems.WriteAsync(
            context, status, ExceptionProblem.CodeOf(status), ReasonPhrases.GetReasonPhrase(status));
    }
}
