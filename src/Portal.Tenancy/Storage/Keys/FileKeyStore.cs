using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Keys;

/// <summary>
/// Keys as files under one folder per cell: <c>ring.key</c>, then per tenant <c>tenant.key</c> wrapped by the ring and
/// one file per object or subject wrapped by the tenant's key. Names of objects and subjects are hashed.
/// </summary>
internal sealed class FileKeyStore : IKeyStore, IDisposable
{
    private const int KeyBytes = 32;
    private const int CacheEntries = 50_000;

    // Another node that destroys a key can't reach this cache, so nothing stays in it for long.
    private static readonly TimeSpan CacheFor = TimeSpan.FromMinutes(1);

    private readonly string _folder;
    private readonly byte[] _ring;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CacheEntries });

    public FileKeyStore(string folder)
    {
        _folder = folder;
        DurableFile.CreateFolder(folder);
        var path = Path.Combine(folder, "ring.key");
        if (!File.Exists(path))
        {
            DurableFile.TryCreate(path, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        _ring = File.ReadAllBytes(path);
        if (_ring.Length != KeyBytes)
        {
            throw new InvalidDataException("The key ring of a cell has a wrong length.");
        }
    }

    public Task CreateTenantAsync(TenantId tenant, CancellationToken cancel)
    {
        KeyFile.TryCreate(TenantPath(tenant), RandomNumberGenerator.GetBytes(KeyBytes), _ring, Binding(tenant, ""));
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(TenantId tenant, string id, bool create, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (_cache.TryGetValue((tenant, id), out byte[]? cached) && cached is not null)
        {
            return Task.FromResult<byte[]?>([.. cached]);
        }

        var tenantKey = Tenant(tenant);
        return Task.FromResult(tenantKey is null ? null : Get(tenant, id, tenantKey, create));
    }

    public Task<byte[]> DeriveAsync(TenantId tenant, string purpose, CancellationToken cancel)
    {
        var key = Tenant(tenant) ?? throw new InvalidOperationException("The tenant's key was destroyed.");
        return Task.FromResult(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose)));
    }

    public Task<bool> DestroyAsync(TenantId tenant, string id, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var destroyed = KeyFile.Destroy(PathOf(tenant, id));
        _cache.Remove((tenant, id));
        return Task.FromResult(destroyed);
    }

    public Task<bool> DestroyTenantAsync(TenantId tenant, CancellationToken cancel)
    {
        var destroyed = KeyFile.Destroy(TenantPath(tenant));
        _cache.Clear();
        return Task.FromResult(destroyed);
    }

    public void Dispose() => _cache.Dispose();

    private byte[]? Get(TenantId tenant, string id, byte[] tenantKey, bool create)
    {
        var (path, binding) = (PathOf(tenant, id), Binding(tenant, id));
        var read = KeyFile.Read(path, tenantKey, binding);
        if (read.State == KeyState.Missing && create)
        {
            // Whoever comes second, here or on another node, reads what the first made.
            KeyFile.TryCreate(path, RandomNumberGenerator.GetBytes(KeyBytes), tenantKey, binding);
            read = KeyFile.Read(path, tenantKey, binding);
        }

        if (read.Key is not null)
        {
            Remember((tenant, id), read.Key);
        }

        return read.Key;
    }

    /// <summary>The tenant's own key; null when it was destroyed.</summary>
    private byte[]? Tenant(TenantId tenant)
    {
        if (_cache.TryGetValue((tenant, ""), out byte[]? cached))
        {
            return cached;
        }

        var read = KeyFile.Read(TenantPath(tenant), _ring, Binding(tenant, ""));
        if (read.State == KeyState.Missing)
        {
            throw new InvalidOperationException("The tenant has no key; CreateTenantAsync comes first.");
        }

        if (read.Key is not null)
        {
            Remember((tenant, ""), read.Key);
        }

        return read.Key;
    }

    private void Remember((TenantId Tenant, string Id) name, byte[] key) =>
        _cache.Set(name, (byte[])[.. key], new MemoryCacheEntryOptions
        {
            Size = 1,
            AbsoluteExpirationRelativeToNow = CacheFor,
        });

    private string TenantFolder(TenantId tenant)
    {
        // The last characters of a UUIDv7 are random, the first are time.
        var name = tenant.Value.ToString("N");
        return Path.Combine(_folder, "tenants", name[^2..], name);
    }

    private string TenantPath(TenantId tenant) => Path.Combine(TenantFolder(tenant), "tenant.key");

    private string PathOf(TenantId tenant, string id)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return Path.Combine(TenantFolder(tenant), hash[..2], hash[2..] + ".key");
    }

    private static string Binding(TenantId tenant, string id) => $"{tenant.Value:N}/{id}";
}
