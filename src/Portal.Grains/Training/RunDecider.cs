using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;
using Decision = Portal.Grains.Runtime.Decision;

namespace Portal.Grains.Training;

/// <summary>What a run allows. Pure.</summary>
internal static class RunDecider
{
    public const string ExecuteKind = "training.execute";

    /// <summary>So many attempts may be lost before the run is given up.</summary>
    public const int LostMax = 3;

    public static Result<Decision<RunId>> Queue(RunId id, RunState state, QueueRun command, DecisionContext context) =>
        state.Request is not null
            ? RunErrors.Exists
            : Decision.Of(id, new RunQueued(command.Request, command.Plan, context.Now, context.Principal.Actor)) with
            {
                Due = [new DueWork($"{ExecuteKind}:{id}", context.Now, ExecuteKind, id.ToString())],
            };

    public static Result<Decision<RunAttempt>> Begin(RunState state, string node, DecisionContext context)
    {
        var nothing = new RunAttempt(0, null, null, null);
        if (state.Request is null)
        {
            return RunErrors.NotFound;
        }

        if (state.HasEnded)
        {
            return Decision.Nothing(nothing);
        }

        if (state.CancelRequested)
        {
            return Decision.Of(nothing, new RunCancelled(context.Now));
        }

        var lost = state.Attempt - state.Interrupted;
        if (lost >= LostMax)
        {
            return Decision.Of(
                nothing, new RunFailed(RunErrors.WorkerDiedCode, RunErrors.WorkerDied(lost), context.Now));
        }

        var attempt = state.Attempt + 1;
        return Decision.Of(
            new RunAttempt(attempt, state.Request, state.Plan, state.QueuedBy),
            new RunStarted(attempt, node, context.Now));
    }

    public static Result<Decision<Unit>> Interrupt(RunState state, int attempt) =>
        Refusal(state, attempt) ?? Result(Decision.Of(Unit.Done, new RunInterrupted(attempt)));

    public static Result<Decision<Unit>> Finish(RunState state, FinishRun command, DecisionContext context)
    {
        if (state.Status is RunStatus.Finished && state.Model == command.Model && state.Version == command.Version)
        {
            return Decision.Nothing(Unit.Done);
        }

        return Refusal(state, command.Attempt) ?? Result(Decision.Of(Unit.Done, new RunFinished(
            command.Model, command.Version, command.Metrics, command.Baseline, command.ArtifactSha256, context.Now)));
    }

    public static Result<Decision<Unit>> Fail(RunState state, FailRun command, DecisionContext context) =>
        Refusal(state, command.Attempt)
        ?? Result(Decision.Of(Unit.Done, new RunFailed(command.Code, command.Message, context.Now)));

    /// <summary>A run that no worker has is cancelled at once; otherwise the worker is told.</summary>
    public static Result<Decision<Unit>> RequestCancel(RunState state, DecisionContext context)
    {
        if (state.Request is null)
        {
            return RunErrors.NotFound;
        }

        var asked = new RunCancelRequested(context.Principal.Actor);
        return state.Status switch
        {
            RunStatus.Cancelled => Decision.Nothing(Unit.Done),
            RunStatus.Finished or RunStatus.Failed => RunErrors.Ended,
            RunStatus.Queued => Decision.Of(Unit.Done, asked, new RunCancelled(context.Now)),
            _ => state.CancelRequested ? Decision.Nothing(Unit.Done) : Decision.Of(Unit.Done, asked),
        };
    }

    public static Result<Decision<Unit>> ConfirmCancelled(RunState state, int attempt, DecisionContext context) =>
        Refusal(state, attempt) ?? Result(Decision.Of(Unit.Done, new RunCancelled(context.Now)));

    private static Result<Decision<Unit>>? Refusal(RunState state, int attempt) =>
        state.Request is null ? RunErrors.NotFound
        : state.HasEnded ? RunErrors.Ended
        : state.Attempt != attempt ? RunErrors.Superseded
        : (Result<Decision<Unit>>?)null;

    private static Result<Decision<Unit>> Result(Decision<Unit> decision) => decision;
}
