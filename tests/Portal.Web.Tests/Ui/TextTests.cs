using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Web.Tests.Ui;

/// <summary>Every text that the pages name is there.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Texts_WhenNamedInMarkup_AreInTheResource()
    {
        if (FindWeb() is not { } web)
        {
            return; // The sources are not beside the tests.
        }

        var missing = new List<string>();
        foreach (var file in Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories))
        {
            var source = File.ReadAllText(file);
            foreach (Match injected in Injected().Matches(source))
            {
                var known = Names(web, injected.Groups["type"].Value);
                var used = Regex.Matches(source, $@"\b{injected.Groups["name"].Value}\[""(?<key>\w+)""(?! \+)[\],]")
                    .Select(m => m.Groups["key"].Value);
                missing.AddRange(used.Where(k => !known.Contains(k)).Select(k => $"{Path.GetFileName(file)}: {k}"));
            }
        }

        missing.ShouldBeEmpty();
    }

    private static HashSet<string> Names(string web, string type)
    {
        var resource = Directory.EnumerateFiles(web, type + ".resx", SearchOption.AllDirectories).Single();
        return [.. XDocument.Load(resource).Descendants("data").Select(d => d.Attribute("name")!.Value)];
    }

    private static string? FindWeb()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var web = Path.Combine(at.FullName, "src", "Portal.Web");
            if (Directory.Exists(web))
            {
                return web;
            }
        }

        return null;
    }

    [GeneratedRegex(@"@inject IStringLocalizer<(?<type>\w+)> (?<name>\w+)")]
    private static partial Regex Injected();
}
