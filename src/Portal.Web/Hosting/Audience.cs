using Microsoft.Net.Http.Headers;

namespace Portal.Web.Hosting;

/// <summary>Whether a person or a machine asks: it decides between a page and a problem document.</summary>
internal static class Audience
{
    private static readonly PathString[] MachinePaths =
        ["/api", "/v2", "/openapi", "/health", "/mlflow", "/scim", "/metrics", "/_blazor"];

    /// <summary>Whether the address, with or without <c>/t/{slug}</c> before it, is one for machines.</summary>
    public static bool IsMachine(HttpContext context)
    {
        var path = Edge.Tenants.TenantPath.TrySplit(context.Request.Path, out _, out var rest)
            ? rest
            : context.Request.Path;
        return Array.Exists(MachinePaths, m => path.StartsWithSegments(m, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a browser asks for a page.</summary>
    public static bool IsBrowserPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Headers.ContainsKey(HeaderNames.Authorization);
}
