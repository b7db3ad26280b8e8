namespace Portal.Architecture.Tests.Repository;

/// <summary>Says all that a rule found, one a line.</summary>
internal static class Findings
{
    public static void ShouldBeNone(this IEnumerable<string> findings, string rule)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}\n  {string.Join("\n  ", all)}");
        }
    }
}
