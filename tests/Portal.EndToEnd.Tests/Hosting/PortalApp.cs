namespace Portal.EndToEnd.Tests.Hosting;

/// <summary>
/// What is started: the published app at <c>PORTAL_APP</c>, or else the last debug build, which finds its scripts and
/// styles in development only.
/// </summary>
internal sealed record PortalApp(string Path, string Environment)
{
    private const string DebugBuild = "artifacts/bin/Portal.Web/debug/Portal.Web.dll";

    /// <summary>The repository.</summary>
    public static string Root { get; } =
        System.Environment.GetEnvironmentVariable("PORTAL_ROOT") ?? FindRoot(AppContext.BaseDirectory);

    public static PortalApp Find()
    {
        if (System.Environment.GetEnvironmentVariable("PORTAL_APP") is { Length: > 0 } published)
        {
            return new(published, "Production");
        }

        var built = System.IO.Path.Combine(Root, DebugBuild);
        return File.Exists(built)
            ? new(built, "Development")
            : throw new InvalidOperationException("Build src/Portal.Web first, or name a published app in PORTAL_APP.");
    }

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Portal.sln"))
            ? folder
            : FindRoot(Directory.GetParent(folder)?.FullName
                ?? throw new InvalidOperationException("These tests stand outside of their repository."));
}
