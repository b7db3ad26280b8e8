using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training;

/// <inheritdoc cref="ITrainingRunGrain" />
[GrainType("run")]
internal sealed class TrainingRunGrain(GrainRuntime runtime) : DecidedGrain<RunState>(runtime), ITrainingRunGrain
{
    private RunId Id => RunId.TryParse(Key.Id, out var id)
        ? id
        : throw new ArgumentException($"'{Key.Id}' is not a run's id.");

    public Task<Result<RunId>> QueueAsync(QueueRun command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => RunDecider.Queue(Id, state, command, context), cancel);

    public Task<Result<Unit>> CancelAsync(CancellationToken cancel) =>
        DecideAsync(nameof(CancelAsync), (state, context) => RunDecider.RequestCancel(state, context), cancel);

    public Task<Result<RunAttempt>> BeginAsync(string node, CancellationToken cancel) =>
        DecideAsync(node, (state, context) => RunDecider.Begin(state, node, context), cancel);

    public Task<Result<Unit>> InterruptAsync(int attempt, CancellationToken cancel) =>
        DecideAsync(attempt, (state, _) => RunDecider.Interrupt(state, attempt), cancel);

    public Task<Result<Unit>> FinishAsync(FinishRun command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => RunDecider.Finish(state, command, context), cancel);

    public Task<Result<Unit>> FailAsync(FailRun command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => RunDecider.Fail(state, command, context), cancel);

    public Task<Result<Unit>> ConfirmCancelledAsync(int attempt, CancellationToken cancel) =>
        DecideAsync(attempt, (state, context) => RunDecider.ConfirmCancelled(state, attempt, context), cancel);

    protected override IEnumerable<DbWrite> Project(RunState after, IDomainEvent happened, DecisionContext context) =>
        [RunProjection.Of(Key, Id, after, context)];
}
