using System.Collections.Concurrent;
using Orleans;

namespace Portal.Grains.Tests.Engine;

/// <summary>What the probe grains of one host did, and the gates that hold them.</summary>
internal sealed class Probe
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private int _insideMax;
    private int _activations;
    private int _failuresLeft;

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentQueue<(string Key, DeactivationReasonCode Reason)> Ended { get; } = new();

    public SemaphoreSlim Arrived { get; } = new(0);

    public SemaphoreSlim Left { get; } = new(0);

    public int InsideMax => _insideMax;

    public int Activations => _activations;

    public Task Gate => _gate.Task;

    public void Open() => _gate.SetResult();

    public void FailActivations(int times) => _failuresLeft = times;

    public void Activate()
    {
        if (Interlocked.Decrement(ref _failuresLeft) >= 0)
        {
            throw new InvalidOperationException("no database");
        }

        Interlocked.Increment(ref _activations);
    }

    public void End(string key, DeactivationReasonCode reason)
    {
        Ended.Enqueue((key, reason));
        Left.Release();
    }

    public void Enter()
    {
        var inside = Interlocked.Increment(ref _inside);
        int seen;
        while (inside > (seen = _insideMax))
        {
            Interlocked.CompareExchange(ref _insideMax, inside, seen);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _inside);
}
