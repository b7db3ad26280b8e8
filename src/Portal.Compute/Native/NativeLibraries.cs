using System.Reflection;
using System.Runtime.InteropServices;

namespace Portal.Compute.Native;

/// <summary>
/// Finds and loads native engines: the folder in <c>PORTAL_NATIVE</c>, then <c>.portal/native</c> in the
/// application's folder or one above it, then the application's folder, then the system. Thread-safe.
/// </summary>
public static class NativeLibraries
{
    /// <summary>Environment variable that names the folder with the engines.</summary>
    public const string FolderVariable = "PORTAL_NATIVE";

    private const string Fix =
        "Run \"./portal setup\" or set PORTAL_NATIVE to the folder that holds it.";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, nint> Loaded = [];
    private static bool _resolverSet;

    /// <summary>The engine's handle; loads it with its dependencies the first time.</summary>
    /// <exception cref="NativeLibraryMissingException">The engine is not there or cannot be loaded.</exception>
    public static nint Load(NativeEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        lock (Gate)
        {
            foreach (var dependency in engine.Dependencies)
            {
                _ = LoadFile(dependency);
            }

            return LoadFile(engine.FileName);
        }
    }

    /// <summary>Whether the engine loads here; says why not in <paramref name="reason"/>.</summary>
    public static bool TryLoad(NativeEngine engine, out string? reason)
    {
        try
        {
            _ = Load(engine);
            reason = null;
            return true;
        }
        catch (NativeLibraryMissingException missing)
        {
            reason = missing.Message;
            return false;
        }
    }

    /// <summary>Routes this assembly's imports here; an assembly may have one resolver only.</summary>
    internal static void UseForImports()
    {
        lock (Gate)
        {
            if (!_resolverSet)
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
                _resolverSet = true;
            }
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == NativeEngine.XgBoost.FileName ? Load(NativeEngine.XgBoost) : 0;

    private static nint LoadFile(string fileName)
    {
        if (Loaded.TryGetValue(fileName, out var handle))
        {
            return handle;
        }

        var folders = Folders().ToArray();
        Exception? cause = null;
        foreach (var path in folders.Select(folder => Path.Combine(folder, fileName)).Where(File.Exists))
        {
            try
            {
                return Loaded[fileName] = NativeLibrary.Load(path);
            }
            catch (Exception failed) when (failed is DllNotFoundException or BadImageFormatException)
            {
                cause = failed;
            }
        }

        return cause is null && NativeLibrary.TryLoad(fileName, out handle)
            ? Loaded[fileName] = handle
            : throw new NativeLibraryMissingException(
                fileName, Fix, string.Join(", ", [.. folders, "the system"]), cause);
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } configured)
        {
            yield return configured;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, ".portal", "native");
            if (Directory.Exists(candidate))
            {
                yield return candidate;
                break;
            }
        }

        yield return AppContext.BaseDirectory;
    }
}
