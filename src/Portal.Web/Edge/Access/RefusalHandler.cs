using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Web.Edge.Errors;
using Portal.Web.Edge.Identity;
using Portal.Web.Hosting;

namespace Portal.Web.Edge.Access;

/// <summary>Turns a refusal into what the caller can use: the sign-in page, or a problem with a code.</summary>
internal sealed class RefusalHandler(EdgeDenials denials, IOptions<WebOptions> options)
    : IAuthorizationMiddlewareResultHandler
{
    private const string SignIn = "/sign-in";

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (context.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (context.RequestServices.GetRequiredService<PrincipalAccessor>() is var principals
            && await ((IPrincipalAccessor)principals).FindAsync() is { } principal)
        {
            await denials.RecordAsync(context, policy, principal);
            await ForbidAsync(context);
        }
        else
        {
            await ChallengeAsync(context);
        }
    }

    private static Task ForbidAsync(HttpContext context)
    {
        if (Audience.IsMachine(context))
        {
            return Problems.WriteAsync(
                context, StatusCodes.Status403Forbidden, "permission-denied", "Your role or key does not allow this.");
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private Task ChallengeAsync(HttpContext context)
    {
        if (context.Features.Get<WrongCell>() is { } wrong)
        {
            var address = options.Value.RegionUrls.GetValueOrDefault(wrong.Region.Value);
            return Problems.WriteAsync(
                context, StatusCodes.Status421MisdirectedRequest, "wrong-cell",
                "This key belongs to a workspace in another region.", ("baseUrl", address?.AbsoluteUri));
        }

        if (Audience.IsBrowserPage(context.Request) && !Audience.IsMachine(context))
        {
            var wanted = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            var query = new QueryBuilder { { "returnUrl", wanted } };
            context.Response.Redirect(context.Request.PathBase + SignIn + query);
            return Task.CompletedTask;
        }

        var tried = context.Request.Headers.ContainsKey(HeaderNames.Authorization);
        context.Response.Headers.WWWAuthenticate = tried ? "Bearer error=\"invalid_token\"" : "Bearer";
        return Problems.WriteAsync(
            context, StatusCodes.Status401Unauthorized, "unauthenticated", "A valid service key or session is needed.");
    }
}
