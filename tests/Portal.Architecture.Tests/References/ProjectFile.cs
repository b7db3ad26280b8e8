using System.Xml.Linq;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.References;

/// <summary>What a project refers to, read from its file.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(SourceFile file)
    {
        Name = Path.GetFileNameWithoutExtension(file.Path);
        _xml = XDocument.Parse(file.Text);
    }

    public string Name { get; }

    public IReadOnlyList<string> Projects =>
        [.. Items("ProjectReference").Select(i => Path.GetFileNameWithoutExtension(i.Include)).Order()];

    public IReadOnlyList<string> Packages => [.. Items("PackageReference").Select(i => i.Include).Order()];

    public static IReadOnlyDictionary<string, ProjectFile> OfProduct() =>
        SourceTree.Under("src/", ".csproj").Select(f => new ProjectFile(f)).ToDictionary(p => p.Name);

    public string? PrivateAssetsOf(string project) => Items("ProjectReference")
        .Single(i => Path.GetFileNameWithoutExtension(i.Include) == project).PrivateAssets;

    private IEnumerable<(string Include, string? PrivateAssets)> Items(string name) =>
        _xml.Descendants(name)
            .Where(e => e.Attribute("Include") is not null)
            .Select(e => (e.Attribute("Include")!.Value, e.Attribute("PrivateAssets")?.Value));
}
