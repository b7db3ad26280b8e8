using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training;
using Portal.Grains.Training.Planning;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Training;

internal sealed class TrainingFacade(
    ICaller caller,
    GrainGateway gateway,
    DatasetQueries datasets,
    TrainingPlanning planning,
    TrainingQueries runs,
    TimeProvider clock) : ITrainingFacade
{
    private const int DatasetsShown = 200;

    public async Task<Result<IReadOnlyList<DatasetChoice>>> DatasetsAsync(CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var page = await datasets.ListAsync(principal, new DatasetListRequest(DatasetsShown), cancel);
        return page.Ok
            ? Result<IReadOnlyList<DatasetChoice>>.Of(
                [.. page.Value.Items.Select(d => new DatasetChoice(d.Id, d.Name, d.Rows))])
            : page.Error;
    }

    public async Task<Result<TrainingChoice>> ChoicesAsync(DatasetId dataset, int? version, CancellationToken cancel) =>
        await planning.ChoicesAsync((await caller.BeginAsync(cancel)).Principal, dataset, version, cancel);

    public async Task<Result<PlannedTraining>> PlanAsync(PlanTraining wanted, CancellationToken cancel) =>
        await planning.PlanAsync((await caller.BeginAsync(cancel)).Principal, wanted, cancel);

    public async Task<Result<RunView>> StartAsync(PlanTraining wanted, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        var planned = await planning.PlanAsync(call.Principal, wanted, cancel);
        if (!planned.Ok)
        {
            return planned.Error;
        }

        // The id follows from the caller's key where he sent one: sent again, the same run answers.
        var id = call.CommandId is { } key ? RunIds.Of(call.Principal, key) : RunId.New(clock);
        var queued = await gateway.CallAsync<ITrainingRunGrain, RunId>(
            call,
            GrainKeys.Run(call.Principal.Tenant, id),
            grain => grain.QueueAsync(new QueueRun(planned.Value.Request, planned.Value.Plan), cancel));
        return queued.Ok ? await runs.FindAsync(call.Principal, queued.Value, cancel) : queued.Error;
    }

    public async Task<Result<ListPage<RunView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        await runs.ListAsync((await caller.BeginAsync(cancel)).Principal, query, cancel);

    public async Task<Result<RunView>> FindAsync(RunId id, CancellationToken cancel) =>
        await runs.FindAsync((await caller.BeginAsync(cancel)).Principal, id, cancel);

    public async Task<Result<IReadOnlyList<RunProgress>>> ProgressAsync(
        RunId id, int since, CancellationToken cancel) =>
        await runs.ProgressAsync((await caller.BeginAsync(cancel)).Principal, id, since, cancel);

    public async Task<Result<RunView>> CancelAsync(RunId id, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        var asked = await gateway.CallAsync<ITrainingRunGrain, Unit>(
            call, GrainKeys.Run(call.Principal.Tenant, id), grain => grain.CancelAsync(cancel));
        return asked.Ok ? await runs.FindAsync(call.Principal, id, cancel) : asked.Error;
    }
}
