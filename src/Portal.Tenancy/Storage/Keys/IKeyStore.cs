using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Keys;

/// <summary>
/// The cell's keys, kept apart from the database: cell ring → tenant key → object and subject keys. All are 256 bits.
/// Destroying a key is erasure.
/// </summary>
public interface IKeyStore
{
    /// <summary>Makes a tenant's key, durable when it returns; does nothing when it is there.</summary>
    Task CreateTenantAsync(TenantId tenant, CancellationToken cancel);

    /// <summary>
    /// The key of an object or a subject (<paramref name="id"/> such as <c>usr_…</c> or a blob's key id), made when
    /// <paramref name="create"/> says so; null when it is missing or destroyed. A destroyed key is never made again.
    /// </summary>
    Task<byte[]?> GetAsync(TenantId tenant, string id, bool create, CancellationToken cancel);

    /// <summary>
    /// A key derived from the tenant's own for <paramref name="purpose"/> (HKDF-SHA-256), such as blob names.
    /// </summary>
    Task<byte[]> DeriveAsync(TenantId tenant, string purpose, CancellationToken cancel);

    /// <summary>
    /// Destroys one key for good; true when there was one. Other nodes may hold it in memory for up to a minute more.
    /// </summary>
    Task<bool> DestroyAsync(TenantId tenant, string id, CancellationToken cancel);

    /// <summary>Destroys a tenant's key and with it all that it wraps; true when there was one.</summary>
    Task<bool> DestroyTenantAsync(TenantId tenant, CancellationToken cancel);
}
