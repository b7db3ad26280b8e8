using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Extensions;
using Portal.Web.Edge.Errors;
using Portal.Web.Hosting;

namespace Portal.Web.Edge.Access;

/// <summary>Turns a refusal into what the caller can use: the sign-in page, or a problem with a code.</summary>
internal sealed class RefusalHandler : IAuthorizationMiddlewareResultHandler
{
    private const string SignIn = "/sign-in";

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (context.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (context.RequestServices.GetRequiredService<PrincipalAccessor>().Of(context.User) is not null)
        {
            return Audience.IsMachine(context)
                ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "forbidden", "You may not do this.")
                : Refuse(context);
        }

        if (Audience.IsBrowserPage(context.Request) && !Audience.IsMachine(context))
        {
            var wanted = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            var query = new QueryBuilder { { "returnUrl", wanted } };
            context.Response.Redirect(context.Request.PathBase + SignIn + query);
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(
            context, StatusCodes.Status401Unauthorized, "unauthenticated", "A valid service key or session is needed.");
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
