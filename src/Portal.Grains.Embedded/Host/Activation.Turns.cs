using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

internal sealed partial class Activation
{
    /// <summary>Called under the gate.</summary>
    private void StartPump()
    {
        if (_pumping)
        {
            return;
        }

        _pumping = true;
        if (ExecutionContext.IsFlowSuppressed())
        {
            QueuePump();
            return;
        }

        // The first caller's ambient values are not those of the messages after its own.
        using (ExecutionContext.SuppressFlow())
        {
            QueuePump();
        }
    }

    private void QueuePump() =>
        _ = Task.Factory.StartNew(PumpAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _turns);

    private async Task PumpAsync()
    {
        while (Next(out var call, out var ending))
        {
            if (call is not null)
            {
                await TurnAsync(call);
            }
            else if (ending is not null)
            {
                await EndAsync(ending);
                return;
            }
        }
    }

    private bool Next(out GrainCall? call, out Ending? ending)
    {
        lock (_gate)
        {
            call = null;
            ending = _ending;
            if (ending is not null && !(ending.Drain && _mailbox.Count > 0))
            {
                return true;
            }

            if (_mailbox.TryDequeue(out call))
            {
                return true;
            }

            Volatile.Write(ref _lastUsed, Host.Time.GetTimestamp());
            _pumping = false;
            return false;
        }
    }

    // Ambient values set here do not outlive this method: each message has its own.
    private async Task TurnAsync(GrainCall call)
    {
        if (call.IsCompleted)
        {
            return; // cancelled or timed out while it waited
        }

        RequestContext.Restore(call.Context);
        GrainCall.Current = call;
        Running = call;
        try
        {
            if (_grain is null && !await TryActivateAsync(call))
            {
                return;
            }

            call.Answer(await InvokeAsync(call, _grain!));
        }
        catch (OperationCanceledException exception)
        {
            call.Cancel(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }
        finally
        {
            Running = null;
            call.EndTurn();
        }
    }

    private async Task<object?> InvokeAsync(GrainCall call, IGrainBase grain)
    {
        call.Target = grain;
        if (Host.Filters.Count == 0 && grain is not IIncomingGrainCallFilter)
        {
            return await call.Method.InvokeAsync(grain, call.Arguments);
        }

        var context = new GrainCallContext(call, this, grain, Host.Filters);
        await context.Invoke();
        return context.Result;
    }
}
