namespace Portal.Architecture.Tests.Repository;

/// <summary>The files of the repository as somebody who clones it has them.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Skipped =
        [".git", ".portal", ".vs", ".idea", "artifacts", "node_modules", "TestResults", "_framework", "bin", "obj"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Walk(Root).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>
    /// Files below a folder, with one of the endings; at least one, or the rule that asks is vacuous.
    /// </summary>
    public static IReadOnlyList<SourceFile> Under(string folder, params string[] endings)
    {
        var found = Files
            .Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal))
            .Where(f => endings.Length == 0 || endings.Any(e => f.Path.EndsWith(e, StringComparison.Ordinal)))
            .ToList();
        found.ShouldNotBeEmpty($"nothing with {string.Join(", ", endings)} lies under '{folder}'");
        return found;
    }

    /// <summary>C# of the product.</summary>
    public static IReadOnlyList<SourceFile> Product() => Under("src/", ".cs");

    private static IEnumerable<SourceFile> Walk(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            yield return new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllBytes(path));
        }

        // A link may lead out of the repository.
        var inner = new DirectoryInfo(folder).EnumerateDirectories().Where(d => d.LinkTarget is null);
        foreach (var file in inner.Where(d => !Skipped.Contains(d.Name)).SelectMany(d => Walk(d.FullName)))
        {
            yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Portal.sln is in no folder above the tests.");
    }
}
