using Microsoft.Extensions.Logging;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Runtime.Due;

/// <summary>
/// One kind of due work in one cell: takes rows, keeps their lease alive, completes, retries or parks.
/// </summary>
internal sealed class DueWorkLane(
    ICell cell, IDueWorkHandler handler, DueWorkOptions options, TimeProvider clock, ILogger logger)
{
    private readonly HashSet<Task> _running = [];

    /// <summary>Runs until <paramref name="cancel"/> fires, then waits for what is running to leave.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var free = handler.Concurrency - _running.Count;
                var taken = free > 0
                    ? await cell.DueWork.TakeAsync([handler.Kind], free, options.Lease, cancel)
                    : [];
                foreach (var work in taken)
                {
                    _running.Add(WorkAsync(work, cancel));
                }

                await PauseAsync(taken.Count, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                DueWorkLog.TakeFailed(logger, e, handler.Kind, cell.Region.Value);
                await PauseAsync(0, cancel);
            }

            _running.RemoveWhere(t => t.IsCompleted);
        }

        await Task.WhenAll(_running);
    }

    private async Task PauseAsync(int taken, CancellationToken cancel)
    {
        if (taken > 0 && _running.Count < handler.Concurrency)
        {
            return;
        }

        var tick = Task.Delay(options.PollInterval, clock, cancel);
        await Task.WhenAny([tick, .. _running]);
        cancel.ThrowIfCancellationRequested();
    }

    private async Task WorkAsync(DueWorkItem work, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var heartbeat = HeartbeatAsync(work, lost);
        try
        {
            await handler.HandleAsync(cell, work, lost.Token);
            await cell.DueWork.CompleteAsync(work, stop);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            DueWorkLog.Left(logger, work.Kind, work.Key);
        }
        catch (Exception e)
        {
            await FailAsync(work, e, stop);
        }
        finally
        {
            await lost.CancelAsync();
            await heartbeat;
        }
    }

    private async Task FailAsync(DueWorkItem work, Exception fault, CancellationToken cancel)
    {
        DueWorkLog.Failed(logger, fault, work.Kind, work.Key, work.Attempt);
        try
        {
            if (work.Attempt >= options.AttemptsMax)
            {
                await cell.DueWork.ParkAsync(work, fault.GetType().Name, cancel);
                return;
            }

            var delay = options.RetryDelay * Math.Pow(2, work.Attempt - 1);
            await cell.DueWork.RetryAsync(
                work, delay < options.RetryDelayMax ? delay : options.RetryDelayMax, fault.GetType().Name, cancel);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The lease runs out, then it is tried again.
            DueWorkLog.TakeFailed(logger, e, work.Kind, cell.Region.Value);
        }
    }

    private async Task HeartbeatAsync(DueWorkItem work, CancellationTokenSource lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Lease / 3, clock, lost.Token);
                if (!await cell.DueWork.ExtendAsync(work, options.Lease, lost.Token))
                {
                    await lost.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            DueWorkLog.TakeFailed(logger, e, work.Kind, cell.Region.Value);
            await lost.CancelAsync(); // Without a lease another node may have begun: stop here.
        }
    }
}
