using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui;

/// <summary>
/// A component whose work ends with it: <see cref="Cancel"/> is passed to every call, and background work that was
/// handed to <see cref="Own"/> is awaited on dispose.
/// </summary>
public abstract class PortalComponentBase : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly List<Task> _owned = [];
    private bool _disposed;

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Cancel => _cancel.Token;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _cancel.CancelAsync();
        foreach (var task in _owned)
        {
            await task.ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await OnDisposeAsync();
        _cancel.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs <paramref name="work"/> beside the component, cancelled and awaited on dispose.</summary>
    protected void Own(Func<CancellationToken, Task> work)
    {
        _owned.RemoveAll(t => t.IsCompletedSuccessfully);
        _owned.Add(RunAsync(work));
    }

    /// <summary>Further clean-up.</summary>
    protected virtual ValueTask OnDisposeAsync() => ValueTask.CompletedTask;

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Cancel);
        }
        catch (OperationCanceledException) when (Cancel.IsCancellationRequested)
        {
            // The component is going; so is its work.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
