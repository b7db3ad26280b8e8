using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Deployments;

/// <summary>Services and endpoints of this feature.</summary>
internal static class DeploymentsEndpoints
{
    private static readonly Tenancy.Primitives.NotFound Missing =
        new("deployment-not-found", "There is no such deployment.");

    public static void AddDeployments(this IServiceCollection services) =>
        services.AddScoped<IDeploymentsFacade, DeploymentsFacade>();

    public static void MapDeployments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("deployments");
        group.MapGet("/", ListAsync).WithName("ListDeployments").WithSummary("Deployments, newest first.")
            .RequireAuthorization(DeploymentsPermissions.Read);
        group.MapPost("/", CreateAsync).WithName("CreateDeployment").WithSummary("Makes an endpoint.")
            .RequireAuthorization(DeploymentsPermissions.Create);
        group.MapGet("/{id}", FindAsync).WithName("GetDeployment").WithSummary("One deployment and its revisions.")
            .RequireAuthorization(DeploymentsPermissions.Read);
        group.MapPost("/{id}:deploy", DeployAsync).WithName("DeployVersion")
            .WithSummary("Sends a model version to the endpoint; production needs an approval.")
            .RequireAuthorization(DeploymentsPermissions.Deploy);
        group.MapPost("/{id}:rollback", RollBackAsync).WithName("RollBackDeployment")
            .WithSummary("Goes back to what answered before.").RequireAuthorization(DeploymentsPermissions.Rollback);
        group.MapPost("/{id}:stop", StopAsync).WithName("StopDeployment").WithSummary("Takes the endpoint away.")
            .RequireAuthorization(DeploymentsPermissions.Stop);
    }

    private static async Task<Results<Ok<ListPage<DeploymentView>>, ProblemResult>> ListAsync(
        [AsParameters] ListQuery query, IDeploymentsFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(query, cancel)).ToHttp();

    private static async Task<Results<Created<DeploymentAnswer>, ProblemResult>> CreateAsync(
        CreateDeployment command, IDeploymentsFacade facade, CancellationToken cancel) =>
        (await facade.CreateAsync(command, cancel)).ToCreated(At);

    private static async Task<Results<Ok<DeploymentDetail>, ProblemResult>> FindAsync(
        string id, IDeploymentsFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var known)
            ? (await facade.FindAsync(known, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Accepted<DeploymentAnswer>, ProblemResult>> DeployAsync(
        string id, DeployVersion command, IDeploymentsFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var known)
            ? (await facade.DeployAsync(known, command, cancel)).ToAccepted(At)
            : new ProblemResult(Missing);

    private static async Task<Results<Accepted<DeploymentAnswer>, ProblemResult>> RollBackAsync(
        string id, RollBack command, IDeploymentsFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var known)
            ? (await facade.RollBackAsync(known, command, cancel)).ToAccepted(At)
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<DeploymentAnswer>, ProblemResult>> StopAsync(
        string id, StopDeployment command, IDeploymentsFacade facade, CancellationToken cancel) =>
        DeploymentId.TryParse(id, out var known)
            ? (await facade.StopAsync(known, command, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static string At(DeploymentAnswer answer) => $"/api/v1/deployments/{answer.Id}";
}
