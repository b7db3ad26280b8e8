using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Portal.Grains.Embedded;

internal sealed partial class Activation
{
    /// <summary>Makes the grain. A failure is the answer of all calls that wait; the next call tries again.</summary>
    private async Task<bool> TryActivateAsync(GrainCall call)
    {
        try
        {
            var grain = Make();
            using var timeout = new CancellationTokenSource(Host.Options.ActivationTimeout, Host.Time);
            await grain.OnActivateAsync(timeout.Token).WaitAsync(Host.Options.ActivationTimeout, Host.Time);
            return true;
        }
        catch (Exception exception)
        {
            Host.Logger.ActivationFailed(exception, GrainId);
            End(new Ending(
                new DeactivationReason(DeactivationReasonCode.ActivationFailed, exception, "Activation failed."),
                Drain: false,
                CancellationToken.None));
            await DisposeGrainAsync(DeactivationReasonCode.ActivationFailed);
            call.Fail(exception);
            FailWaiting(exception);
            return false;
        }
    }

    private IGrainBase Make()
    {
        var scope = Host.Services.CreateAsyncScope();
        _scope = scope;
        scope.ServiceProvider.GetService<ActivationScope>()?.Context = this;
        _beingMade = this;
        try
        {
            return _grain = _class.Make(scope.ServiceProvider);
        }
        finally
        {
            _beingMade = null;
        }
    }

    private async Task EndAsync(Ending ending)
    {
        if (_grain is not null)
        {
            try
            {
                using var timeout = new CancellationTokenSource(Host.Options.DeactivationTimeout, Host.Time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(
                    timeout.Token,
                    ending.CancellationToken);
                await _grain.OnDeactivateAsync(ending.Reason, either.Token).WaitAsync(either.Token);
            }
            catch (Exception exception)
            {
                Host.Logger.DeactivationFailed(exception, GrainId, ending.Reason.ReasonCode);
            }
        }

        await DisposeGrainAsync(ending.Reason.ReasonCode);
        GrainCall[] left;
        lock (_gate)
        {
            _ended = true;
            left = [.. _mailbox];
            _mailbox.Clear();
        }

        Host.Remove(this);
        foreach (var call in left)
        {
            Host.Post(call);
        }

        _deactivated.SetResult();
    }

    private async Task DisposeGrainAsync(DeactivationReasonCode reason)
    {
        var (grain, scope) = (_grain, _scope);
        (_grain, _scope) = (null, null);
        try
        {
            if (grain is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else if (grain is IDisposable disposable)
            {
                disposable.Dispose();
            }

            if (scope is { } services)
            {
                await services.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Host.Logger.DeactivationFailed(exception, GrainId, reason);
        }
    }
}
