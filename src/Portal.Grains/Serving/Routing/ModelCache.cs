using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>
/// The models of a cell in this node's memory. Used by one loop only; loads run beside it and wake it.
/// </summary>
internal sealed class ModelCache(
    ICell cell, ModelLoader loader, ServingOptions options, TimeProvider clock, Action loaded) : IDisposable
{
    private const int LoadsAtATime = 2;
    private readonly Dictionary<ModelKey, Entry> _entries = [];
    private readonly SemaphoreSlim _slots = new(LoadsAtATime);

    /// <summary>What came of a model's load; null while it runs or when nobody wants it.</summary>
    public LoadOutcome? Find(ModelKey key) =>
        _entries.TryGetValue(key, out var entry) && entry.Load.IsCompletedSuccessfully ? entry.Load.Result : null;

    /// <summary>Begins to load what is wanted and not there, and lets go of what nobody has wanted for long.</summary>
    public void Want(IReadOnlySet<ModelKey> keys, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var key in keys)
        {
            if (!_entries.TryGetValue(key, out var entry) || IsToRetry(entry, now))
            {
                _entries[key] = new(IsFull ? Task.FromResult<LoadOutcome>(Full) : LoadAsync(key, cancel), now);
            }
            else
            {
                entry.WantedAt = now;
            }
        }

        foreach (var (key, entry) in _entries.ToArray())
        {
            if (now - entry.WantedAt > options.Drain && entry.Load.IsCompleted)
            {
                _entries.Remove(key);
                Release(entry);
            }
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            Release(entry);
        }

        _entries.Clear();
        _slots.Dispose();
    }

    private bool IsFull =>
        _entries.Count >= options.ModelsMax
        || _entries.Values.Sum(e => Model(e)?.Bytes ?? 0) >= options.ModelBytesMax;

    private static LoadOutcome.Failed Full => new(
        "serving-capacity",
        "The serving nodes hold as many models as they can. Stop an endpoint first.", Lasting: false);

    private bool IsToRetry(Entry entry, DateTimeOffset now) =>
        entry.Load.IsCompleted
        && (!entry.Load.IsCompletedSuccessfully || entry.Load.Result is LoadOutcome.Failed)
        && now - entry.StartedAt > options.LoadRetry;

    private async Task<LoadOutcome> LoadAsync(ModelKey key, CancellationToken cancel)
    {
        await _slots.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => loader.LoadAsync(cell, key, cancel), cancel);
        }
        finally
        {
            _slots.Release();
            loaded();
        }
    }

    private static LoadedModel? Model(Entry entry) =>
        entry.Load.IsCompletedSuccessfully && entry.Load.Result is LoadOutcome.Loaded { Model: var model }
            ? model
            : null;

    private static void Release(Entry entry) => Model(entry)?.Runner.Dispose();

    private sealed class Entry(Task<LoadOutcome> load, DateTimeOffset startedAt)
    {
        public Task<LoadOutcome> Load => load;

        public DateTimeOffset StartedAt { get; } = startedAt;

        public DateTimeOffset WantedAt { get; set; } = startedAt;
    }
}
