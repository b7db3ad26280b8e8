using Microsoft.Extensions.Caching.Memory;

namespace Portal.Tenancy.Identity;

/// <summary>Remembers up to a number of answers for a short while.</summary>
internal sealed class FreshCache<TKey, TValue>(TimeProvider clock, int entriesMax) : IDisposable
    where TKey : notnull
    where TValue : class
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = entriesMax });

    /// <summary>What is remembered and not older than <paramref name="age"/>; null otherwise.</summary>
    public TValue? Find(TKey key, TimeSpan age) =>
        _cache.TryGetValue(key, out Entry? entry) && clock.GetElapsedTime(entry!.At) < age ? entry.Value : null;

    public void Put(TKey key, TValue value, long askedAt) =>
        _cache.Set(key, new Entry(value, askedAt), new MemoryCacheEntryOptions { Size = 1 });

    public void Forget(TKey key) => _cache.Remove(key);

    public void Dispose() => _cache.Dispose();

    private sealed record Entry(TValue Value, long At);
}
