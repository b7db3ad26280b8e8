using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training;
using Portal.Grains.Training.Planning;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Primitives;
using Portal.Web.Features.Training;

namespace Portal.Web.Tests.Training;

/// <summary>One dataset, one run, and what was asked.</summary>
internal sealed class FakeTraining : ITrainingFacade
{
    public static RunId Run { get; } = new(Guid.Parse("0195500a-0000-7000-8000-000000000001"));

    public static DatasetId Dataset { get; } = new(Guid.Parse("0195500a-0000-7000-8000-000000000002"));

    public bool IsEmpty { get; init; }

    public RunState State { get; set; } = Queued();

    public List<RunProgress> Progress { get; } = [];

    public PlanTraining? Started { get; private set; }

    public int Cancelled { get; private set; }

    public static RunPlan Plan { get; } = new()
    {
        Problem = ProblemKind.Binary,
        Target = "Churn",
        Classes = ["No", "Yes"],
        PositiveClass = "Yes",
        Columns = [new("tenure", "number"), new("plan", "category")],
        LeftOut = [new("customerID", "looks-like-id")],
        Rows = 1000,
        RowsWithoutTarget = 0,
        TrainRows = 640,
        ValidationRows = 160,
        HoldOutRows = 200,
        Metric = "roc-auc",
        Seed = 1,
    };

    private static RunRequest Request { get; } = new()
    {
        Dataset = Dataset,
        DatasetVersion = 1,
        DatasetSha256 = "aa",
        DatasetName = "Customers",
        Target = "Churn",
        ModelName = "Churn (Customers)",
        Seed = 1,
    };

    public static RunState Queued() => RunState.Empty.Apply(
        new RunQueued(Request, Plan, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), "usr"));

    public Task<Result<IReadOnlyList<DatasetChoice>>> DatasetsAsync(CancellationToken cancel) => Task.FromResult(
        Result<IReadOnlyList<DatasetChoice>>.Of(IsEmpty ? [] : [new DatasetChoice(Dataset, "Customers", 1000)]));

    public Task<Result<TrainingChoice>> ChoicesAsync(DatasetId dataset, int? version, CancellationToken cancel) =>
        Task.FromResult<Result<TrainingChoice>>(new TrainingChoice(
            Dataset,
            "Customers",
            1,
            1000,
            [new("customerID", "text", 1000, 0, false), new("tenure", "integer", 70, 0, true),
                new("plan", "category", 3, 0, true), new("Churn", "boolean", 2, 0, true)],
            "Churn"));

    public Task<Result<PlannedTraining>> PlanAsync(PlanTraining wanted, CancellationToken cancel) =>
        Task.FromResult<Result<PlannedTraining>>(new PlannedTraining(Request, Plan));

    public Task<Result<RunView>> StartAsync(PlanTraining wanted, CancellationToken cancel)
    {
        Started = wanted;
        return FindAsync(Run, cancel);
    }

    public Task<Result<ListPage<RunView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        Task.FromResult<Result<ListPage<RunView>>>(
            new ListPage<RunView>(IsEmpty ? [] : [new RunView(Run, State)], null));

    public Task<Result<RunView>> FindAsync(RunId id, CancellationToken cancel) =>
        Task.FromResult<Result<RunView>>(new RunView(Run, State));

    public Task<Result<IReadOnlyList<RunProgress>>> ProgressAsync(
        RunId id, int since, CancellationToken cancel) => Task.FromResult(
        Result<IReadOnlyList<RunProgress>>.Of([.. Progress.Where(p => p.Seq > since)]));

    public Task<Result<RunView>> CancelAsync(RunId id, CancellationToken cancel)
    {
        Cancelled++;
        return FindAsync(id, cancel);
    }
}
