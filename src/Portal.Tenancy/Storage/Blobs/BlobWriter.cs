using System.Security.Cryptography;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Storage.Blobs;

/// <inheritdoc />
internal sealed class BlobWriter(
    BlobFolder folder, IKeyStore keys, TenantId tenant, string kind, BlobHeader header, FileStream file, byte[] key,
    TimeProvider clock)
    : IBlobWriter
{
    public const string NamePurpose = "portal/blob-names";
    private readonly BlobWriteStream _stream = new(file, header, key);
    private bool _placed;
    private bool _disposed;

    public Stream Stream => _stream;

    public async Task<BlobInfo> CommitAsync(CancellationToken cancel)
    {
        var sha256 = await _stream.FinishAsync(cancel);
        file.Flush(flushToDisk: true);

        // The handle excludes readers, and from the next step on there may be some.
        await file.DisposeAsync();
        var naming = await keys.DeriveAsync(tenant, NamePurpose, cancel);
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(naming, sha256));
        var path = folder.PathOf(tenant, kind, hash);
        DurableFile.CreateFolder(DurableFile.FolderOf(path));
        await PlaceAsync(path, cancel);
        return new(BlobFolder.NameOf(kind, hash), Convert.ToHexStringLower(sha256), _stream.Length);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _stream.Release();
        CryptographicOperations.ZeroMemory(key);
        await file.DisposeAsync();
        File.Delete(file.Name);
        if (!_placed)
        {
            await keys.DestroyAsync(tenant, header.Key, CancellationToken.None);
        }
    }

    // Equal bytes that are there already and can be read stay as they are; their age begins anew, so that a sweep of
    // orphans that started before does not take them. Two writers that place equal bytes at once do no harm: the second
    // replaces the first by the same content.
    private async Task PlaceAsync(string path, CancellationToken cancel)
    {
        if (await BlobKeys.FindAsync(keys, tenant, path, cancel) is not null)
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return;
        }

        DurableFile.Move(file.Name, path);
        _placed = true;
    }
}
