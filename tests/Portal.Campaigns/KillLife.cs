using Portal.Compute.Data;
using Portal.Tests.Client;

namespace Portal.Campaigns;

/// <summary>
/// Kills the portal with <c>kill -9</c> at a random moment of a model's life, starts it again and looks: every step
/// that was acknowledged is there, the one that was not is either wholly there or not at all, and the life goes on to
/// its end by sending the same requests again.
/// </summary>
internal sealed class KillLife(CampaignSettings settings)
{
    private const int CountDefault = 20;
    private readonly Random _random = new(settings.Seed);
    private readonly CampaignReport _report = new("kill-life", settings);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var count = settings.Count ?? CountDefault;
        var data = Directory.CreateTempSubdirectory("portal-kill-").FullName;
        using var bytes = new MemoryStream();
        await SampleData.WriteChurnAsync(bytes, 4_000, seed: 11, 0, cancel);
        await using var portal = new PortalProcess(
            settings.App, data, settings.Database, $"kill{settings.Seed}");
        await portal.StartAsync(cancel);
        for (var round = 1; round <= count; round++)
        {
            await RoundAsync(portal, bytes.ToArray(), round, cancel);
        }

        await portal.DisposeAsync();
        Directory.Delete(data, recursive: true);
        return await _report.WriteAsync(cancel);
    }

    private async Task RoundAsync(PortalProcess portal, byte[] csv, int round, CancellationToken cancel)
    {
        var region = round % 2 == 0 ? "ae-north" : "eu-west";
        var life = new Life(portal.Root, $"kill-{settings.Seed}-{round}", region, csv, "churned");
        var victim = _random.Next(life.Steps.Count);
        var longest = victim == 3 ? 3000 : round % 2 == 0 ? 250 : 25; // Training takes seconds, an answer milliseconds.
        var after = TimeSpan.FromMilliseconds(_random.Next(0, longest));
        var interrupted = string.Empty;
        var killedIn = life.Steps[victim].Name;
        for (var i = 0; i < life.Steps.Count; i++)
        {
            if (i == victim)
            {
                interrupted = await KillDuringAsync(portal, life, i, after, cancel);
                var up = await portal.StartAsync(cancel);
                await new LifeCheck(life).AcknowledgedIsThereAsync(cancel);
                await ResumeAsync(life, i, cancel);
                _report.Round(round, region, killedIn, after, interrupted, up);
            }
            else
            {
                await life.Steps[i].RunAsync(cancel);
            }
        }

        await new LifeCheck(life).NothingIsDoubleAsync(cancel);
    }

    private static async Task<string> KillDuringAsync(
        PortalProcess portal, Life life, int step, TimeSpan after, CancellationToken cancel)
    {
        var running = life.Steps[step].RunAsync(cancel);
        await Task.WhenAny(running, Task.Delay(after, cancel));
        await portal.KillAsync();
        try
        {
            await running;
            return "acknowledged";
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            return "not acknowledged";
        }
    }

    // The same requests with the same keys. A key's secret is shown once: where that answer was lost the workspace is
    // there all the same, and the life goes on in a new one.
    private static async Task ResumeAsync(Life life, int step, CancellationToken cancel)
    {
        await life.Steps[step].RunAsync(cancel);
        if (life.Key is null)
        {
            life.BeginAfresh();
            await life.SignUpAsync(cancel);
        }
    }
}
