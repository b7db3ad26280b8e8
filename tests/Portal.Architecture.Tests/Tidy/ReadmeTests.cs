using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Tidy;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Links_WhenRelative_LeadToFiles()
    {
        var links = SourceTree.Under("", ".md")
            .SelectMany(f => Link().Matches(f.Text).Select(m => (File: f, Match: m)));
        links.Where(l => !Resolves(l.File, l.Match.Groups[1].Value))
            .Select(l => $"{l.File.At(l.Match.Index)}: {l.Match.Groups[1].Value}")
            .ShouldBeNone("Links of documents resolve.");
    }

    private static bool Resolves(SourceFile file, string link)
    {
        if (link.Contains(':', StringComparison.Ordinal) || link.StartsWith('#'))
        {
            return true;
        }

        var folder = Path.GetDirectoryName(file.Path) ?? "";
        var path = Path.GetFullPath(Path.Combine(SourceTree.Root, folder, link.Split('#')[0]));
        return File.Exists(path) || Directory.Exists(path);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();
}
