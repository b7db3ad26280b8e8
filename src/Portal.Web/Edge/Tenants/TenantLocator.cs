using Microsoft.Extensions.Caching.Memory;
using Portal.Tenancy.Regions;

namespace Portal.Web.Edge.Tenants;

/// <summary>
/// Remembers hits for a short while. Misses are not remembered: a workspace works in the moment in which it is made.
/// </summary>
internal sealed class TenantLocator(ITenantDirectory directory, TimeProvider clock) : ITenantLocator, IDisposable
{
    private const int TenantsMax = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = TenantsMax });

    public async ValueTask<TenantContext?> FindAsync(string slug, CancellationToken cancel)
    {
        if (!TenantPath.IsSlug(slug))
        {
            return null;
        }

        if (_cache.TryGetValue(slug, out Remembered? known) && clock.GetElapsedTime(known!.At) < Fresh)
        {
            return known.Tenant;
        }

        var entry = await directory.FindAsync(slug, cancel);
        if (entry is null)
        {
            _cache.Remove(slug);
            return null;
        }

        var tenant = new TenantContext(entry.Slug, entry.Tenant, entry.Region);
        _cache.Set(slug, new Remembered(tenant, clock.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1 });
        return tenant;
    }

    public void Forget(string slug) => _cache.Remove(slug);

    public void Dispose() => _cache.Dispose();

    private sealed record Remembered(TenantContext Tenant, long At);
}
