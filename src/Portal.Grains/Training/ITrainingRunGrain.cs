using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Training;

/// <summary>One training run, from the request to the version that it made.</summary>
[Alias("portal.ITrainingRunGrain")]
public interface ITrainingRunGrain : IGrainWithStringKey
{
    /// <summary>Queues it: a worker takes it up as soon as one is free.</summary>
    [Requires(TrainingPermissions.Start)]
    Task<Result<RunId>> QueueAsync(QueueRun command, CancellationToken cancel);

    /// <summary>Asks it to end. <c>run-ended</c> when it has made a version or failed.</summary>
    [Requires(TrainingPermissions.Start)]
    Task<Result<Unit>> CancelAsync(CancellationToken cancel);

    /// <summary>Begins an attempt. Called by due work, as are the following.</summary>
    [Requires(TrainingPermissions.Run)]
    Task<Result<RunAttempt>> BeginAsync(string node, CancellationToken cancel);

    /// <summary>The node stops: the attempt is given up and does not count as lost.</summary>
    [Requires(TrainingPermissions.Run)]
    Task<Result<Unit>> InterruptAsync(int attempt, CancellationToken cancel);

    /// <summary>The attempt made a version.</summary>
    [Requires(TrainingPermissions.Run)]
    Task<Result<Unit>> FinishAsync(FinishRun command, CancellationToken cancel);

    /// <summary>The attempt can't make one, and no other could.</summary>
    [Requires(TrainingPermissions.Run)]
    Task<Result<Unit>> FailAsync(FailRun command, CancellationToken cancel);

    /// <summary>The attempt was ended as a person wanted.</summary>
    [Requires(TrainingPermissions.Run)]
    Task<Result<Unit>> ConfirmCancelledAsync(int attempt, CancellationToken cancel);
}
