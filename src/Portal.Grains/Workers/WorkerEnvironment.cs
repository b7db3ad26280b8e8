using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Grains.Workers;

/// <summary>
/// What a worker learns from its environment: where its libraries are, and its limits. The portal's own variables hold
/// passwords, and a worker opens what nobody has checked.
/// </summary>
internal static class WorkerEnvironment
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "PATH", "TMPDIR", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64",
        "DOTNET_ROOT_ARM64", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "PORTAL_NATIVE");

    /// <summary>Takes away all that a worker has no need of, and sets its limits.</summary>
    public static void Restrict(IDictionary<string, string?> variables, WorkerOptions options)
    {
        foreach (var name in variables.Keys.Where(n => !Kept.Contains(n)).ToArray())
        {
            variables.Remove(name);
        }

        variables["DOTNET_GCHeapHardLimit"] = options.HeapMax.ToString("X", CultureInfo.InvariantCulture);
        variables["DOTNET_gcServer"] = "0";
        variables["DOTNET_EnableDiagnostics"] = "0";
    }
}
