using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Code;

public sealed class BannedSymbolTests
{
    /// <summary>A worker process speaks with its owner over its standard streams.</summary>
    private const string WorkerDoor = "src/Portal.Web/Program.cs";

    /// <summary>Pattern, where it is banned, where it is allowed all the same, what to use.</summary>
    public static TheoryData<string, string, string[], string> Banned => new()
    {
        { @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "src/", [], "TimeProvider" },
        { @"\bThread\.Sleep\b", "src/", [], "await and TimeProvider" },
        { @"\bRandom\.Shared\b|\bnew Random\(\)", "src/", [], "an injected seed" },
        { @"\bGuid\.NewGuid\b", "src/Portal.Compute/", [], "ids from the caller" },
        { @"\bTimeProvider\.System\b", "src/Portal.Compute/", [], "an injected TimeProvider" },
        { @"\bEnvironment\.Exit\b", "src/", [], "an exit code from Main" },
        { @"\.GetAwaiter\(\)\.GetResult\(\)|Async\([^()]*\)\.Result\b|\.Wait\(\)", "src/", [], "await" },
        { @"\basync void\b", "src/", [], "async Task" },
        { @"\bTask\.Delay\((\d|TimeSpan\.From)", "src/", [], "TimeProvider, with a number from options" },
        { @"\bConsole\.", "src/", ["src/portalctl/", WorkerDoor], "ILogger" },
        { @"\bIGrainFactory\b", "src/Portal.Web/", [], "GrainGateway" },
        { @"\bIGrainFactory\b", "src/Portal.Tenancy/", [], "nothing: Tenancy calls no grains" },
    };

    [Theory]
    [MemberData(nameof(Banned))]
    public void Code_WhenItUsesABannedSymbol_IsFound(string pattern, string folder, string[] allowed, string instead) =>
        SourceTree.Under(folder, ".cs", ".razor")
            .Where(f => !allowed.Any(a => f.Path.StartsWith(a, StringComparison.Ordinal)))
            .SelectMany(f => Regex.Matches(f.Code, pattern).Select(m => $"{f.At(m.Index)}: {m.Value}"))
            .ShouldBeNone($"Not in {folder}. Use {instead}.");

    [Theory]
    [InlineData("var t = DateTime.UtcNow;")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("var r = Random.Shared.Next();")]
    [InlineData("var x = LoadAsync(1).Result;")]
    [InlineData("task.Wait();")]
    [InlineData("await Task.Delay(100, cancel);")]
    [InlineData("Console.WriteLine();")]
    public void Patterns_WhenGivenWhatTheyAreFor_Bite(string code) =>
        Banned.Any(row => Regex.IsMatch(code, (string)row[0])).ShouldBeTrue();
}
