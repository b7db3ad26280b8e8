using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Training;

/// <summary>Services and endpoints of this feature.</summary>
internal static class TrainingEndpoints
{
    private static readonly Tenancy.Primitives.NotFound Missing =
        new("run-not-found", "There is no such training run.");

    private static readonly Tenancy.Primitives.NotFound NoDataset =
        new("dataset-not-found", "There is no such dataset or model.");

    public static void AddTrainingPages(this IServiceCollection services) =>
        services.AddScoped<ITrainingFacade, TrainingFacade>();

    public static void MapTraining(this IEndpointRouteBuilder routes)
    {
        var training = routes.MapApi("training");
        training.MapPost("/plans", PlanAsync).WithName("PlanTraining")
            .WithSummary("Says what a training would do, or everything that stands in its way. Runs nothing.")
            .RequireAuthorization(TrainingPermissions.Start);
        training.MapPost("/jobs", StartAsync).WithName("StartTraining")
            .WithSummary("Queues a training run. Watch it at the address in Location.")
            .RequireAuthorization(TrainingPermissions.Start);
        var jobs = routes.MapApi("jobs");
        jobs.MapGet("/", ListAsync).WithName("ListJobs").WithSummary("Training runs, newest first.")
            .RequireAuthorization(TrainingPermissions.Read);
        jobs.MapGet("/{id}", FindAsync).WithName("GetJob").WithSummary("One training run.")
            .RequireAuthorization(TrainingPermissions.Read);
        jobs.MapGet("/{id}/events", WatchAsync).WithName("WatchJob")
            .WithSummary("Rounds, log lines and states as server-sent events; resumes by Last-Event-ID.")
            .RequireAuthorization(TrainingPermissions.Read);
        jobs.MapPost("/{id}:cancel", CancelAsync).WithName("CancelJob").WithSummary("Asks a run to end.")
            .RequireAuthorization(TrainingPermissions.Start);
    }

    private static async Task<Results<Ok<RunPlan>, ProblemResult>> PlanAsync(
        StartTraining body, ITrainingFacade facade, CancellationToken cancel) =>
        body.Read() is { } wanted
            ? (await facade.PlanAsync(wanted, cancel)).Map(p => p.Plan).ToHttp()
            : new ProblemResult(NoDataset);

    private static async Task<Results<Accepted<RunJson>, ProblemResult>> StartAsync(
        StartTraining body, ITrainingFacade facade, CancellationToken cancel) =>
        body.Read() is { } wanted
            ? (await facade.StartAsync(wanted, cancel)).Map(RunJson.Of).ToAccepted(r => $"/api/v1/jobs/{r.Id}")
            : new ProblemResult(NoDataset);

    private static async Task<Results<Ok<RunList>, ProblemResult>> ListAsync(
        [AsParameters] ListQuery query, ITrainingFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(query, cancel))
            .Map(p => new RunList([.. p.Items.Select(RunJson.Of)], p.Next)).ToHttp();

    private static async Task<Results<Ok<RunJson>, ProblemResult>> FindAsync(
        string id, ITrainingFacade facade, CancellationToken cancel) =>
        RunId.TryParse(id, out var known)
            ? (await facade.FindAsync(known, cancel)).Map(RunJson.Of).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Accepted<RunJson>, ProblemResult>> CancelAsync(
        string id, ITrainingFacade facade, CancellationToken cancel) =>
        RunId.TryParse(id, out var known)
            ? (await facade.CancelAsync(known, cancel)).Map(RunJson.Of).ToAccepted(r => $"/api/v1/jobs/{r.Id}")
            : new ProblemResult(Missing);

    private static async Task<IResult> WatchAsync(
        string id,
        [FromHeader(Name = "Last-Event-ID")] string? last,
        ITrainingFacade facade,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var run = RunId.TryParse(id, out var known) ? await facade.FindAsync(known, cancel) : Missing;
        var since = int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        return run.Ok
            ? TypedResults.ServerSentEvents(new RunEventStream(facade, clock).ReadAsync(known, since, cancel))
            : new ProblemResult(run.Error);
    }
}
