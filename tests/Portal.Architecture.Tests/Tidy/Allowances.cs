namespace Portal.Architecture.Tests.Tidy;

/// <summary>
/// What is longer than the budget and why it may be. Entries only go: a test fails when one is no longer needed.
/// </summary>
internal static class Allowances
{
    /// <summary>Files with more than <see cref="SizeTests.FileLinesMax"/> lines.</summary>
    public static readonly Dictionary<string, int> FileLines = new(StringComparer.Ordinal);

    /// <summary>Methods, as <c>path#name</c>, with more than <see cref="SizeTests.MethodLinesMax"/> lines.</summary>
    public static readonly Dictionary<string, int> MethodLines = new(StringComparer.Ordinal);
}
