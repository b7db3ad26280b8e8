using System.Collections.Concurrent;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Routing;

/// <summary>The current snapshot of every cell, and the bell that wakes its loop.</summary>
internal sealed class RouteTable
{
    private readonly ConcurrentDictionary<RegionCode, Slot> _slots = new();

    public RouteSnapshot Of(RegionCode region) => For(region).Current;

    public void Swap(RegionCode region, RouteSnapshot snapshot) => For(region).Current = snapshot;

    /// <summary>Ends with the next swap.</summary>
    public Task NextAsync(RegionCode region) => For(region).Next;

    /// <summary>Something changed: look now and not at the next poll.</summary>
    public void Wake(RegionCode region)
    {
        var bell = For(region).Bell;
        if (bell.CurrentCount == 0)
        {
            bell.Release();
        }
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task WaitAsync(RegionCode region, TimeSpan atMost, CancellationToken cancel) =>
        For(region).Bell.WaitAsync(atMost, cancel);

    private Slot For(RegionCode region) => _slots.GetOrAdd(region, _ => new Slot());

    private sealed class Slot
    {
        private volatile RouteSnapshot _current = RouteSnapshot.Empty;
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Next => Volatile.Read(ref _next).Task;

        public RouteSnapshot Current
        {
            get => _current;
            set
            {
                _current = value;
                Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }

        public SemaphoreSlim Bell { get; } = new(0);
    }
}
