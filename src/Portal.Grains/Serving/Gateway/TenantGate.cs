namespace Portal.Grains.Serving.Gateway;

/// <summary>Lets so many requests run at a time and so many wait, first come, first served.</summary>
internal sealed class TenantGate(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _running;

    /// <summary>
    /// True when it is one's turn: then <see cref="Leave"/> must follow. False when there is no room.
    /// </summary>
    public async ValueTask<bool> EnterAsync(
        int runningMax, int waitingMax, TimeSpan atMost, CancellationToken cancel)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_running < runningMax)
            {
                _running++;
                return true;
            }

            if (_waiting.Count >= waitingMax)
            {
                return false;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        try
        {
            await turn.Task.WaitAsync(atMost, clock, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return !turn.TrySetCanceled(CancellationToken.None); // The turn may have come at the same moment.
        }
        catch (OperationCanceledException)
        {
            if (!turn.TrySetCanceled(CancellationToken.None))
            {
                Leave();
            }

            throw;
        }
    }

    /// <summary>Hands the turn on.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _running--;
        }
    }
}
