using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Keys;

namespace Portal.Tenancy.Storage.Blobs;

/// <summary>Finds the key that a blob's file names.</summary>
internal static class BlobKeys
{
    /// <summary>Header and key; null when the file is missing or the key was destroyed.</summary>
    public static async Task<(BlobHeader Header, byte[] Key)?> FindAsync(
        IKeyStore keys, TenantId tenant, string path, CancellationToken cancel)
    {
        if (ReadHeader(path) is not { } header)
        {
            return null;
        }

        var key = await keys.GetAsync(tenant, header.Key, create: false, cancel);
        return key is null ? null : (header, key);
    }

    /// <summary>The header; null when the file is missing.</summary>
    public static BlobHeader? ReadHeader(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
            Span<byte> start = stackalloc byte[BlobHeader.Bytes];
            return RandomAccess.Read(file, start, 0) == BlobHeader.Bytes
                ? BlobHeader.Read(start)
                : throw new InvalidDataException("The blob is cut short.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
