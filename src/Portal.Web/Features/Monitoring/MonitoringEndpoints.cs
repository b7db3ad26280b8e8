using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Keys;
using Portal.Grains.Monitoring;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Monitoring;

/// <summary>Services and endpoints of this feature.</summary>
internal static class MonitoringEndpoints
{
    /// <summary>What a damaged id gets: the same as one that is not there.</summary>
    internal static readonly Tenancy.Primitives.NotFound Missing =
        new("deployment-not-found", "There is no such deployment.");

    public static void AddMonitoring(this IServiceCollection services) =>
        services.AddScoped<IMonitoringFacade, MonitoringFacade>();

    public static void MapMonitoring(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("deployments").WithTags("monitoring");
        group.MapGet("/{id}/metrics", TrafficAsync).WithName("GetDeploymentMetrics")
            .WithSummary("Requests, errors and latency over a time; the last hour by default, 31 days at most.")
            .RequireAuthorization(MonitoringPermissions.Read);
        group.MapGet("/{id}/drift", DriftAsync).WithName("GetDeploymentDrift")
            .WithSummary("Requests of the window (1h, 1d, 7d) compared with the training data, column by column.")
            .RequireAuthorization(MonitoringPermissions.Read);
    }

    private static async Task<Results<Ok<TrafficView>, ProblemResult>> TrafficAsync(
        string id, DateTimeOffset? from, DateTimeOffset? to, IMonitoringFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var deployment)
            ? (await facade.TrafficAsync(deployment, from, to, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<DriftView>, ProblemResult>> DriftAsync(
        string id, string? window, IMonitoringFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var deployment)
            ? (await facade.DriftAsync(deployment, window ?? DriftWindow.Default, cancel)).ToHttp()
            : new ProblemResult(Missing);
}
