using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Tidy;

public sealed class SizeTests
{
    internal const int FileLinesMax = 500;
    internal const int MethodLinesMax = 70;
    private const int FileLinesMedianMax = 60;
    private const int FileLinesP90Max = 200;
    private const int MarkupLinesMax = 200;
    private const int CodeBehindLinesMax = 250;

    private static IReadOnlyList<SourceFile> Code =>
        [.. SourceTree.Product(), .. SourceTree.Under("tests/", ".cs"), .. SourceTree.Under("scripts/", ".sh")];

    [Fact]
    public void Files_WhenLongerThanTheCap_AreAllowedByName() =>
        Code.Where(f => f.Lines.Length > Allowances.FileLines.GetValueOrDefault(f.Path, FileLinesMax))
            .Select(f => $"{f}: {f.Lines.Length} lines")
            .ShouldBeNone($"A file has at most {FileLinesMax} lines.");

    [Fact]
    public void Files_WhenSortedByLength_AreSmallAtTheMedianAndTheNinetiethPercentile()
    {
        var lengths = SourceTree.Product().Select(f => f.Lines.Length).Order().ToList();
        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(FileLinesMedianMax);
        lengths[lengths.Count * 9 / 10].ShouldBeLessThanOrEqualTo(FileLinesP90Max);
    }

    [Fact]
    public void Pages_WhenMarkupOrCodeBehindIsLong_AreSplit()
    {
        var markup = SourceTree.Under("src/", ".razor").Where(f => f.Lines.Length > MarkupLinesMax);
        var behind = SourceTree.Under("src/", ".razor.cs").Where(f => f.Lines.Length > CodeBehindLinesMax);
        markup.Concat(behind).Select(f => $"{f}: {f.Lines.Length} lines")
            .ShouldBeNone($"Markup has at most {MarkupLinesMax} lines, code behind it {CodeBehindLinesMax}.");
    }

    [Fact]
    public void Methods_WhenLongerThanTheCap_AreAllowedByName()
    {
        var methods = Methods().ToList();
        methods.Count.ShouldBeGreaterThan(500);
        methods.Where(m => m.Lines > Allowances.MethodLines.GetValueOrDefault(m.Id, MethodLinesMax))
            .Select(m => $"{m.Id}: {m.Lines} lines")
            .ShouldBeNone($"A method has at most {MethodLinesMax} lines.");
    }

    [Fact]
    public void Allowances_WhenNoLongerNeeded_AreGone()
    {
        var files = Code.ToDictionary(f => f.Path, f => f.Lines.Length);
        var methods = Methods().GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.Max(m => m.Lines));
        Allowances.FileLines.Where(a => files.GetValueOrDefault(a.Key) < a.Value)
            .Concat(Allowances.MethodLines.Where(a => methods.GetValueOrDefault(a.Key) < a.Value))
            .Select(a => $"{a.Key}: allows {a.Value}")
            .ShouldBeNone("An allowance is as small as what it allows; take it down, or out at the cap.");
    }

    private static IEnumerable<(string Id, int Lines)> Methods() =>
        from file in Code.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))
        from member in MemberScanner.Members(file.Code)
        select ($"{file.Path}#{member.Name}", member.Lines);
}
