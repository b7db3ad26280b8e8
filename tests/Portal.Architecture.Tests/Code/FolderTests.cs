using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Code;

public sealed partial class FolderTests
{
    private static readonly string[] Drawers = ["Helpers", "Utils", "Utilities", "Managers", "Common", "Interfaces"];

    /// <summary>The try-it form is a client of the inference endpoint and speaks its types.</summary>
    private static readonly (string User, string Used)[] Together = [("TryIt", "Inference")];

    [Fact]
    public void Namespaces_WhenDeclared_AreTheFolders() =>
        SourceTree.Product()
            .Where(f => !f.Path.StartsWith("src/Portal.Grains.Embedded/", StringComparison.Ordinal))
            .Where(f => !f.Path.StartsWith("src/portalctl/", StringComparison.Ordinal))
            .Select(f => (File: f, Match: Namespace().Match(f.Code)))
            .Where(f => f.Match.Success && f.Match.Groups[1].Value != FolderOf(f.File))
            .Select(f => $"{f.File}: {f.Match.Groups[1].Value}")
            .ShouldBeNone("A namespace is the path of its folder.");

    [Fact]
    public void FoldersAndTypes_WhenNamedForNothing_AreFound()
    {
        var folders = SourceTree.Product().SelectMany(f => f.Path.Split('/')[..^1]).Distinct();
        var types = PortalAssemblies.All.SelectMany(a => a.Written())
            .Where(t => t.Namespace?.StartsWith("Orleans", StringComparison.Ordinal) != true)
            .Where(t => NamedForNothing().IsMatch(t.Name)).Select(t => t.FullName ?? t.Name);
        folders.Where(Drawers.Contains).Concat(types).ShouldBeNone("A name says what the thing is.");
    }

    [Fact]
    public void Features_WhenTheyUseOneAnother_AreFound()
    {
        var files = SourceTree.Under("src/Portal.Web/Features/", ".cs", ".razor")
            .Where(f => f.Path.Split('/').Length > 4)
            .ToList();
        files.SelectMany(f => UsedFeature().Matches(f.Text)
                .Where(m => m.Groups[1].Value != f.Path.Split('/')[3])
                .Where(m => !Together.Contains((f.Path.Split('/')[3], m.Groups[1].Value)))
                .Select(m => $"{f.At(m.Index)}: {m.Value}"))
            .ShouldBeNone("A feature uses Ui and Edge, not another feature.");
    }

    private static string FolderOf(SourceFile file) =>
        Path.GetDirectoryName(file.Path)!["src/".Length..].Replace("/Hosting/Embedded", "/Hosting").Replace('/', '.');

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(Helpers?|Utils?|Managers?|Common|Extensions)$")]
    private static partial Regex NamedForNothing();

    [GeneratedRegex(@"using Portal\.Web\.Features\.(\w+)")]
    private static partial Regex UsedFeature();
}
