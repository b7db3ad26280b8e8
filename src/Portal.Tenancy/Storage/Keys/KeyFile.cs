using System.Text;

namespace Portal.Tenancy.Storage.Keys;

/// <summary>
/// A wrapped key on disk: one version byte, then the sealed key. A destroyed key's file holds the tombstone byte alone,
/// which keeps its name taken for ever.
/// </summary>
internal static class KeyFile
{
    private const byte Version = 1;
    private const byte Tombstone = 0;

    public static KeyRead Read(string path, byte[] wrappingKey, string binding)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(KeyState.Missing, null);
        }

        return content switch
        {
            [Tombstone] => new(KeyState.Destroyed, null),
            [Version, .. var wrapped] => new(KeyState.Present, Envelope.Open(wrappingKey, wrapped, Bytes(binding))),
            _ => throw new InvalidDataException("A key file has an unknown form."),
        };
    }

    /// <summary>False, and nothing changed, when there is a key or a tombstone of that name.</summary>
    public static bool TryCreate(string path, byte[] key, byte[] wrappingKey, string binding)
    {
        DurableFile.CreateFolder(DurableFile.FolderOf(path));
        return DurableFile.TryCreate(path, [Version, .. Envelope.Seal(wrappingKey, key, Bytes(binding))]);
    }

    /// <summary>Leaves a tombstone; true when a key was there.</summary>
    public static bool Destroy(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length <= 1)
        {
            return false;
        }

        foreach (var leftover in DurableFile.Leftovers(path))
        {
            File.Delete(leftover);
        }

        Overwrite(path);
        DurableFile.Replace(path, [Tombstone]);
        return true;
    }

    // Renaming alone would leave the wrapped key in a freed block.
    private static void Overwrite(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(new byte[file.Length]);
        file.Flush(flushToDisk: true);
    }

    private static byte[] Bytes(string binding) => Encoding.UTF8.GetBytes(binding);
}

/// <summary>What stands under a key's name.</summary>
internal enum KeyState
{
    Missing,
    Present,
    Destroyed,
}

/// <summary>A read key; <see cref="Key"/> is there exactly when it is present.</summary>
internal readonly record struct KeyRead(KeyState State, byte[]? Key);
