using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Training.Execution;

/// <summary>
/// Carries runs out. Whatever it does may be cut off and done again: the same bytes get the same blobs, a run registers
/// one version, and an attempt that was superseded can't report any more.
/// </summary>
internal sealed class TrainingHandler(
    GrainGateway gateway,
    RunAttemptFactory attempts,
    IOptions<TrainingPoolOptions> pool,
    IOptions<PortalOptions> portal,
    IOptions<DueWorkOptions> due,
    TimeProvider clock,
    ILogger<TrainingHandler> logger) : IDueWorkHandler
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Kind => RunDecider.ExecuteKind;

    /// <inheritdoc />
    public int Concurrency => Math.Max(1, pool.Value.Concurrency);

    /// <inheritdoc />
    public async Task HandleAsync(ICell cell, DueWorkItem work, CancellationToken cancel)
    {
        if (!RunId.TryParse(work.Command, out var run))
        {
            throw new InvalidDataException("The row names no run.");
        }

        var call = new CallContext(Principal.System(work.Tenant, cell.Region), PublicId.New(clock));
        var begun = await CallAsync(call, run, grain => grain.BeginAsync(portal.Value.Node, cancel));
        if (!begun.Ok || begun.Value.Attempt == 0)
        {
            return;
        }

        try
        {
            await attempts.Create(cell, call, run, begun.Value).RunAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            using var soon = new CancellationTokenSource(LastWord, clock);
            await CallAsync(call, run, grain => grain.InterruptAsync(begun.Value.Attempt, soon.Token));
            throw;
        }
        catch (Exception e) when (work.Attempt >= due.Value.AttemptsMax && e is not OutOfMemoryException)
        {
            // After this the row would be parked and the run would stand there as running for ever.
            TrainingLog.GivenUp(logger, e, run.ToString());
            await CallAsync(call, run, grain => grain.FailAsync(
                new FailRun(
                    begun.Value.Attempt,
                    RunErrors.BrokenCode,
                    "The training could not be carried out because of a fault in the portal. Please start it again."),
                cancel));
        }
    }

    private Task<Result<T>> CallAsync<T>(
        CallContext call, RunId run, Func<ITrainingRunGrain, Task<Result<T>>> method) =>
        gateway.CallAsync(call, GrainKeys.Run(call.Principal.Tenant, run), method);
}
