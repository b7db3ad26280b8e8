using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Hosting;

/// <summary>A passkey's site name can't be an IP address, so a browser on 127.0.0.1 is sent to localhost.</summary>
internal sealed class LoopbackRedirectMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Host.Host is not ("127.0.0.1" or "[::1]") || !Audience.IsBrowserPage(request))
        {
            return next(context);
        }

        var host = request.Host.Port is { } port ? new HostString("localhost", port) : new HostString("localhost");
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = UriHelper.BuildAbsolute(
            request.Scheme, host, request.PathBase, request.Path, request.QueryString);
        return Task.CompletedTask;
    }
}
