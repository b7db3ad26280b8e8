using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Portal.Campaigns;

/// <summary>What a campaign found, on the console and under <c>docs/results</c>.</summary>
internal sealed class CampaignReport(string name, CampaignSettings settings)
{
    private readonly StringBuilder _rows = new();
    private int _rounds;
    private TimeSpan _slowest;

    public void Round(int round, string region, string step, TimeSpan after, string outcome, TimeSpan ready)
    {
        _rounds++;
        _slowest = ready > _slowest ? ready : _slowest;
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"| {round} | {region} | {step} | "
            + $"{after.TotalMilliseconds:0} ms | {outcome} | {ready.TotalSeconds:0.0} s |");
        _rows.AppendLine(row);
        Console.WriteLine(row);
    }

    /// <summary>Writes the page; 0, since a fault would have ended the campaign before.</summary>
    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        var page = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# Campaign {name}").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"- Commit: {Git("rev-parse --short HEAD")}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Seed: {settings.Seed}")
            .AppendLine(
                CultureInfo.InvariantCulture, $"- Machine: {Environment.ProcessorCount} cores, {Environment.OSVersion}")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"- Kills: {_rounds}; slowest start until ready: {_slowest.TotalSeconds:0.0} s")
            .AppendLine(
                "- Found: every acknowledged step was there, every life went on to its end, nothing was there twice.")
            .AppendLine()
            .AppendLine("| Round | Region | Killed in | After | Its answer | Ready again |")
            .AppendLine("|---|---|---|---|---|---|")
            .Append(_rows);
        var folder = Path.Combine(settings.Root, "docs", "results");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".md"), page.ToString(), cancel);
        Console.WriteLine($"{_rounds} kills, nothing lost.");
        return 0;
    }

    private string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = settings.Root,
            RedirectStandardOutput = true,
        })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
