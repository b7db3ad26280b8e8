using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>
/// A stored blob: its opaque name (an HMAC under the tenant's key, never a plain hash), SHA-256 of the plain bytes in
/// lower-case hex, and its length in plain bytes.
/// </summary>
public sealed record BlobInfo(string Name, string Sha256, long Bytes);

/// <summary>
/// Encrypted, immutable bytes of one cell. AES-256-GCM in chunks, one key per object, wrapped by the tenant's key.
/// A blob is there whole or not at all.
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Opens a blob for writing. Nothing exists under a name until <see cref="IBlobWriter.CommitAsync"/>; disposing
    /// without it leaves nothing behind. <paramref name="kind"/> is a short word for the folder: <c>datasets</c>.
    /// </summary>
    Task<IBlobWriter> CreateAsync(TenantId tenant, string kind, CancellationToken cancel);

    /// <summary>Opens a blob for reading from its start; null when it is missing or its key was destroyed.</summary>
    Task<Stream?> OpenAsync(TenantId tenant, string name, CancellationToken cancel);

    /// <summary>Deletes bytes and key; true when there was something.</summary>
    Task<bool> DeleteAsync(TenantId tenant, string name, CancellationToken cancel);

    /// <summary>
    /// Names of blobs of a kind that are older than <paramref name="olderThan"/>, for sweeping orphans.
    /// </summary>
    IAsyncEnumerable<string> ListAsync(
        TenantId tenant, string kind, DateTimeOffset olderThan, CancellationToken cancel);
}

/// <summary>A blob that is being written. <see cref="Stream"/> takes plain bytes and hashes them on the way.</summary>
public interface IBlobWriter : IAsyncDisposable
{
    /// <summary>Where the plain bytes go.</summary>
    Stream Stream { get; }

    /// <summary>
    /// Flushes to disk and gives the blob its name. Equal bytes of one tenant and kind get the same name.
    /// </summary>
    Task<BlobInfo> CommitAsync(CancellationToken cancel);
}
