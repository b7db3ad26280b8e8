using Portal.Grains.Keys;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training.Planning;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Training;

/// <summary>What pages and endpoints of this feature ask for.</summary>
public interface ITrainingFacade
{
    /// <summary>Datasets that can be trained on, the newest first.</summary>
    Task<Result<IReadOnlyList<DatasetChoice>>> DatasetsAsync(CancellationToken cancel);

    /// <summary>The columns of a dataset and the target that is most likely meant.</summary>
    Task<Result<TrainingChoice>> ChoicesAsync(DatasetId dataset, int? version, CancellationToken cancel);

    /// <summary>What a training would do, or why it can't.</summary>
    Task<Result<PlannedTraining>> PlanAsync(PlanTraining wanted, CancellationToken cancel);

    /// <summary>Plans and queues a run.</summary>
    Task<Result<RunView>> StartAsync(PlanTraining wanted, CancellationToken cancel);

    /// <summary>Runs, the newest first.</summary>
    Task<Result<ListPage<RunView>>> ListAsync(ListQuery query, CancellationToken cancel);

    /// <summary>One run.</summary>
    Task<Result<RunView>> FindAsync(RunId id, CancellationToken cancel);

    /// <summary>Progress after a number.</summary>
    Task<Result<IReadOnlyList<RunProgress>>> ProgressAsync(RunId id, int since, CancellationToken cancel);

    /// <summary>Asks a run to end.</summary>
    Task<Result<RunView>> CancelAsync(RunId id, CancellationToken cancel);
}

/// <summary>A dataset to choose.</summary>
public sealed record DatasetChoice(DatasetId Id, string Name, long Rows);
