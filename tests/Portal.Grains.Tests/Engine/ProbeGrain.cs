using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Tests.Engine;

internal sealed class ProbeGrain(Probe probe) : Grain, IProbeGrain
{
    private int _count;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Activate();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.End(this.GetPrimaryKeyString(), reason.ReasonCode);
        return Task.CompletedTask;
    }

    public async Task<int> AddAsync(int by)
    {
        probe.Enter();
        var before = _count;
        await Task.Yield();
        _count = before + by;
        probe.Leave();
        return _count;
    }

    public async Task<int> AddManyAsync(int tasks)
    {
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => AddOneAsync()));
        return _count;

        async Task AddOneAsync()
        {
            await Task.Yield();
            probe.Enter();
            _count++;
            Thread.SpinWait(2_000);
            probe.Leave();
            await Task.Yield();
        }
    }

    public ValueTask<int> CountAsync() => new(_count);

    public ValueTask ResetAsync()
    {
        _count = 0;
        return ValueTask.CompletedTask;
    }

    public async Task FailAsync(string message)
    {
        await Task.Yield();
        _count++;
        throw new InvalidOperationException(message);
    }

    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        probe.Log.Enqueue("held");
        probe.Arrived.Release();
        try
        {
            await probe.Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Log.Enqueue("cancelled");
            probe.Left.Release();
            throw;
        }
    }

    public Task<string?> ReadContextAsync(string name) => Task.FromResult(RequestContext.Get(name) as string);

    public Task SetContextAsync(string name, string value)
    {
        RequestContext.Set(name, value);
        return Task.CompletedTask;
    }

    public Task<string?> ForwardContextAsync(string name, string to) =>
        GrainFactory.GetGrain<IProbeGrain>(to).ReadContextAsync(name);

    public Task CallAndBackAsync(string to) =>
        GrainFactory.GetGrain<IProbeGrain>(to).CallBackAsync(this.GetPrimaryKeyString());

    public async Task CallBackAsync(string to)
    {
        var call = GrainFactory.GetGrain<IProbeGrain>(to).CountAsync();
        probe.Arrived.Release();
        await call;
    }

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<string> KeyFromReferenceAsync() =>
        Task.FromResult(this.AsReference<IProbeGrain>().GetPrimaryKeyString());
}
