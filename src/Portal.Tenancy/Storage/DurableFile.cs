using System.Runtime.InteropServices;
using System.Text;

namespace Portal.Tenancy.Storage;

/// <summary>
/// Small files that are there whole or not at all, and stay there after a power cut: written beside, flushed, then
/// linked or renamed into place, and the folder flushed. Files are readable by their owner only.
/// </summary>
internal static class DurableFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private const int EExist = 17;

    // What a crash leaves behind is named after the file that it was to become.
    private const string Unfinished = ".tmp";

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            var parent = FolderOf(path);
            CreateFolder(parent);
            Directory.CreateDirectory(path, OwnerFolder);
            SyncFolder(parent);
        }
    }

    /// <summary>What crashes left behind while <paramref name="path"/> was being written.</summary>
    public static IEnumerable<string> Leftovers(string path) =>
        Directory.EnumerateFiles(FolderOf(path), $"{Path.GetFileName(path)}.*{Unfinished}");

    public static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return options;
    }

    /// <summary>Makes a file; false, and nothing changed, when there is one of that name.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content)
    {
        var temporary = WriteBeside(path, content);
        try
        {
            if (!TryLink(temporary, path))
            {
                return false;
            }

            SyncFolder(FolderOf(path));
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Makes or replaces a file.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content) => Move(WriteBeside(path, content), path);

    /// <summary>Gives a flushed file its final name, whatever had it before.</summary>
    public static void Move(string flushed, string path)
    {
        File.Move(flushed, path, overwrite: true);
        SyncFolder(FolderOf(path));
    }

    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Terminated(path), 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder can't be opened (error {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (FSync(descriptor) != 0)
            {
                throw new IOException($"The folder can't be flushed (error {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    public static string FolderOf(string path) =>
        Path.GetDirectoryName(path) ?? throw new ArgumentException("The path has no folder.", nameof(path));

    private static string WriteBeside(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        using var file = new FileStream(temporary, NewFile());
        file.Write(content);
        file.Flush(flushToDisk: true);
        return temporary;
    }

    // File.Move without overwriting checks and then renames, which two processes can do at once; a link is atomic.
    private static bool TryLink(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            try
            {
                File.Copy(from, to, overwrite: false);
                return true;
            }
            catch (IOException) when (File.Exists(to))
            {
                return false;
            }
        }

        if (Link(Terminated(from), Terminated(to)) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == EExist ? false : throw new IOException($"The file can't be placed (error {error}).");
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(byte[] from, byte[] to);
}
