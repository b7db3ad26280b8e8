using Microsoft.AspNetCore.Antiforgery;
using Portal.Web.Edge.Errors;
using Portal.Web.Edge.Tenants;
using Portal.Web.Hosting;

namespace Portal.Web.Edge;

/// <summary>
/// The API under <c>/t/{slug}/api</c> is open to a browser's session, which the browser adds by itself; so a call that
/// changes something must also carry the page's token. A service key is never added by itself and needs none.
/// </summary>
internal sealed class SessionForgeryMiddleware(RequestDelegate next, IAntiforgery antiforgery)
{
    /// <summary>The header that carries the token.</summary>
    public const string Header = "X-Portal-Token";

    public async Task InvokeAsync(HttpContext context)
    {
        if (NeedsToken(context) && !await antiforgery.IsRequestValidAsync(context))
        {
            await Problems.WriteAsync(
                context, StatusCodes.Status400BadRequest, "page-token-invalid",
                "The page is too old or the request did not come from it. Load the page again.");
            return;
        }

        await next(context);
    }

    private static bool NeedsToken(HttpContext context)
    {
        var method = context.Request.Method;
        return context.Items.ContainsKey(typeof(TenantContext))
            && Audience.IsMachine(context)
            && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)
            && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method)
            && !context.Request.Headers.ContainsKey("Authorization");
    }
}
