using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Web.Edge;
using Portal.Web.Edge.Access;

namespace Portal.Web.Features.Home;

/// <summary>Services and endpoints of this feature.</summary>
internal static class HomeEndpoints
{
    public static void AddHome(this IServiceCollection services) => services.AddScoped<IHomeFacade, HomeFacade>();

    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("me");
        group.MapGet("/", WhoAsync).WithName("GetCaller").WithSummary("Who the credential is, and what it may do.");
    }

    private static async Task<Ok<CallerView>> WhoAsync(IPrincipalAccessor principals)
    {
        var caller = await principals.GetAsync();
        return TypedResults.Ok(new CallerView(
            caller.Tenant.ToString(), caller.Region.Value, caller.Actor, caller.Role.ToString(), caller.Scopes));
    }
}
