using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Tenants;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Settings;

/// <summary>Services and endpoints of this feature.</summary>
internal static class WorkspaceEndpoints
{
    public static void AddSettings(this IServiceCollection services) =>
        services.AddScoped<ISettingsFacade, SettingsFacade>();

    public static void MapSettings(this IEndpointRouteBuilder routes) =>
        routes.MapApi("workspace").MapGet("/", GetAsync).RequireAuthorization(TenantsPermissions.Read)
            .WithName("GetWorkspace").WithSummary("The workspace's facts; the ETag is what If-Match compares.");

    private static async Task<Results<Ok<WorkspaceView>, ProblemResult>> GetAsync(
        ISettingsFacade facade, HttpResponse response, CancellationToken cancel)
    {
        var found = await facade.GetAsync(cancel);
        if (found.Ok)
        {
            response.Headers.ETag = $"\"{found.Value.Version}\"";
        }

        return found.ToHttp();
    }
}
