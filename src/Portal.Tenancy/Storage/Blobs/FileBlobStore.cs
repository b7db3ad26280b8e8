using System.Runtime.CompilerServices;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>Blobs as files under one folder per cell.</summary>
internal sealed class FileBlobStore(string root, IKeyStore keys, TimeProvider clock) : IBlobStore
{
    private const int ChunkBytes = 256 * 1024;

    // A writer holds its file locked except for the moment before it is placed.
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromMinutes(1);

    private readonly BlobFolder _folder = new(root);

    public async Task<IBlobWriter> CreateAsync(TenantId tenant, string kind, CancellationToken cancel)
    {
        if (!BlobFolder.IsKind(kind))
        {
            throw new ArgumentException("A kind is a short word of lower-case letters and digits.", nameof(kind));
        }

        var header = new BlobHeader(ChunkBytes, Guid.NewGuid());
        var key = await keys.GetAsync(tenant, header.Key, create: true, cancel)
            ?? throw new InvalidOperationException("The tenant's key was destroyed.");
        DurableFile.CreateFolder(_folder.Temporary);
        var path = Path.Combine(_folder.Temporary, $"{tenant.Value:N}.{header.KeyId:N}");
        var file = new FileStream(path, DurableFile.NewFile());
        return new BlobWriter(_folder, keys, tenant, kind, header, file, key, clock);
    }

    public async Task<Stream?> OpenAsync(TenantId tenant, string name, CancellationToken cancel)
    {
        if (_folder.PathOf(tenant, name) is not { } path
            || await BlobKeys.FindAsync(keys, tenant, path, cancel) is not { } found)
        {
            return null;
        }

        try
        {
            var file = File.OpenHandle(
                path, share: FileShare.Read | FileShare.Delete, options: FileOptions.Asynchronous);
            return new BlobReadStream(file, found.Header, found.Key);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public async Task<bool> DeleteAsync(TenantId tenant, string name, CancellationToken cancel)
    {
        if (_folder.PathOf(tenant, name) is not { } path || BlobKeys.ReadHeader(path) is not { } header)
        {
            return false;
        }

        // The key goes first: should the power fail in between, the bytes that stay are noise.
        await keys.DestroyAsync(tenant, header.Key, cancel);
        File.Delete(path);
        DurableFile.SyncFolder(DurableFile.FolderOf(path));
        return true;
    }

    public async IAsyncEnumerable<string> ListAsync(
        TenantId tenant, string kind, DateTimeOffset olderThan, [EnumeratorCancellation] CancellationToken cancel)
    {
        var folder = new DirectoryInfo(_folder.KindFolder(tenant, kind));
        if (!BlobFolder.IsKind(kind) || !folder.Exists)
        {
            yield break;
        }

        await Task.CompletedTask;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < olderThan.UtcDateTime)
            {
                yield return BlobFolder.NameOf(kind, file);
            }
        }
    }

    /// <summary>Removes what writers left behind when their process died; returns how many files that were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(_folder.Temporary))
        {
            return 0;
        }

        var swept = 0;
        var before = (clock.GetUtcNow() - LeftoverAge).UtcDateTime;
        foreach (var file in new DirectoryInfo(_folder.Temporary).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < before && TryRemove(file.FullName))
            {
                await DestroyKeyAsync(file.Name, cancel);
                swept++;
            }
        }

        return swept;
    }

    private async Task DestroyKeyAsync(string fileName, CancellationToken cancel)
    {
        var parts = fileName.Split('.');
        if (parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var tenant)
            && Guid.TryParseExact(parts[1], "N", out var key))
        {
            await keys.DestroyAsync(new TenantId(tenant), new BlobHeader(ChunkBytes, key).Key, cancel);
        }
    }

    private static bool TryRemove(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(path);
            return true;
        }
        catch (IOException)
        {
            return false; // A writer of another process has it open.
        }
    }
}
