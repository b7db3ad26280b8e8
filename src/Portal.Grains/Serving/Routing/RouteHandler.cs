using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Grains.Serving.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Serving.Routing;

/// <summary>
/// Waits until every live serving node has loaded a revision, or one could not, and tells the deployment. Told twice,
/// the deployment changes nothing.
/// </summary>
internal sealed class RouteHandler(
    GrainGateway gateway, RouteTable table, IOptions<ServingOptions> options, TimeProvider clock,
    ILogger<RouteHandler> logger) : IDueWorkHandler
{
    /// <inheritdoc />
    public string Kind => RouteWork.Kind;

    /// <inheritdoc />
    public int Concurrency => 16;

    /// <inheritdoc />
    public async Task HandleAsync(ICell cell, DueWorkItem work, CancellationToken cancel)
    {
        var route = JsonSerializer.Deserialize<RouteWork>(work.Command, PortalJson.Options)!;
        table.Wake(cell.Region);
        var conclusion = await AwaitAsync(cell, work.Tenant, route, cancel);
        var call = new CallContext(Principal.System(work.Tenant, cell.Region), PublicId.New(clock))
        {
            CommandId = work.Key,
        };
        var answer = await gateway.CallAsync<IDeploymentGrain, DeploymentAnswer>(
            call,
            GrainKeys.Deployment(work.Tenant, route.Deployment),
            grain => grain.ConcludeAsync(conclusion, cancel));
        if (!answer.Ok)
        {
            throw new InvalidOperationException($"The deployment refused: {answer.Error.Code}.");
        }

        table.Wake(cell.Region);
        ServingLog.Concluded(
            logger, route.Deployment.ToString(), route.Revision, conclusion.FailureCode ?? "routed");
    }

    private async Task<ConcludeRevision> AwaitAsync(
        ICell cell, TenantId tenant, RouteWork route, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + options.Value.LoadTimeout;
        while (true)
        {
            var live = await NodeLeases.LiveAsync(cell, cancel);
            var reports = await LoadReports.ReadAsync(cell, tenant, route.Deployment, route.Revision, cancel);
            if (reports.FirstOrDefault(r => !r.Loaded && live.Contains(r.Node)) is { } failed)
            {
                return new(route.Revision, failed.Code, failed.Message);
            }

            if (live.Count > 0 && live.All(n => reports.Any(r => r.Loaded && r.Node == n)))
            {
                return new(route.Revision, null, null);
            }

            if (clock.GetUtcNow() >= until)
            {
                return new(
                    route.Revision,
                    "load-timeout",
                    live.Count == 0
                        ? "No serving node answered in time."
                        : "Not every serving node loaded the model in time.");
            }

            await Task.Delay(options.Value.ReportInterval, clock, cancel);
        }
    }
}
