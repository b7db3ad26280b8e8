using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Tidy;

public sealed partial class TextTests
{
    private const int ColumnsMax = 120;
    private const int MarkupColumnsMax = 200;
    private static readonly string[] Written =
    [
        ".cs", ".razor", ".css", ".sh", ".md", ".sql", ".csproj", ".props", ".targets", ".yml", ".yaml", ".js", ".json",
    ];

    private static IEnumerable<SourceFile> Texts =>
        SourceTree.Files.Where(f => f.IsText && Written.Any(e => f.Path.EndsWith(e, StringComparison.Ordinal)));

    [Fact]
    public void Lines_WhenCode_FitTheColumns()
    {
        var files = SourceTree.Under("", ".cs", ".razor", ".sh", ".sql");
        files.SelectMany(f => f.Lines.Index()
                .Where(l => l.Item.Length > (IsMarkup(f) ? MarkupColumnsMax : ColumnsMax))
                .Where(l => !l.Item.Contains("https://", StringComparison.Ordinal))
                .Select(l => $"{f}:{l.Index + 1}: {l.Item.Length} columns"))
            .ShouldBeNone($"A line has at most {ColumnsMax} columns, markup {MarkupColumnsMax}.");
    }

    [Fact]
    public void Files_WhenText_HaveNoByteOrderMarkAndNoCarriageReturn() =>
        Texts.Where(f => f.Bytes.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]) || f.Bytes.Contains((byte)'\r'))
            .Select(f => f.Path)
            .ShouldBeNone("Text is UTF-8 without a byte order mark, lines end with a line feed.");

    [Fact]
    public void Code_WhenItHidesOrPutsOff_IsFound() =>
        SourceTree.Under("", ".cs", ".razor", ".css", ".sh", ".sql")
            .Where(f => !IsThisFile(f))
            .SelectMany(f => PutOff().Matches(f.Text).Select(m => $"{f.At(m.Index)}: {m.Value}"))
            .ShouldBeNone("No regions; what is to be done stands in the issues.");

    [Fact]
    public void Texts_WhenTheyNameAMachineOrARegistry_AreFound() =>
        Texts.Where(f => !IsThisFile(f))
            .SelectMany(f => OfOneMachine().Matches(f.Text).Select(m => $"{f.At(m.Index)}: {m.Value}"))
            .ShouldBeNone("Nothing here depends on one machine's paths or on one registry's address.");

    private static bool IsMarkup(SourceFile file) => file.Path.EndsWith(".razor", StringComparison.Ordinal);

    private static bool IsThisFile(SourceFile file) => file.Path.EndsWith("/TextTests.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"#region|\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex PutOff();

    [GeneratedRegex(@"(?<![\w.])/wor[k]/|/home/\w+/|registry\.\w+\.(org|com)|api\.\w+\.org/v3|artifactory",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfOneMachine();
}
