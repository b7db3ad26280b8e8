using Portal.Grains.Serving.Nodes;

namespace Portal.Grains.Tests.Serving;

/// <summary>Loading, switching and refusing revisions.</summary>
public sealed class SwitchTests(ServingPortal portal) : IClassFixture<ServingPortal>
{
    [Fact]
    public async Task Switch_WhenRequestsRunAllTheTime_FailsNone()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("busy");
        var second = await portal.RegisterAsync(served.Principal, served.Model, ServingModels.Second);
        using var stop = new CancellationTokenSource();
        var versions = new System.Collections.Concurrent.ConcurrentQueue<int>();
        var failures = 0;
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var answer = await node.PredictAsync(served.Principal, served.Endpoint);
                if (answer.Ok)
                {
                    versions.Enqueue(answer.Value.Version);
                }
                else
                {
                    Interlocked.Increment(ref failures);
                }
            }
        })).ToArray();

        for (var i = 0; i < 4; i++)
        {
            var version = i % 2 == 0 ? second : 1;
            var revision = await portal.DeployAsync(served.Principal, served.Deployment, served.Model, version);
            (await portal.ConcludedAsync(served.Principal, served.Deployment, revision)).Status.ShouldBe("routed");
            await ServingPortal.EventuallyAsync(
                async () => (await node.PredictAsync(served.Principal, served.Endpoint)).OrThrow().Version == version);
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
        failures.ShouldBe(0);
        versions.Distinct().Order().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Load_WhenTheArtifactWasAltered_FailsTheRevisionAndKeepsTheOldOne()
    {
        await using var node = await portal.StartNodeAsync();
        var served = await portal.ServeAsync("altered");
        var before = GraphFiles(served.Principal.Tenant.Value).ToHashSet();
        var second = await portal.RegisterAsync(served.Principal, served.Model, ServingModels.Second);
        var file = GraphFiles(served.Principal.Tenant.Value).Single(f => !before.Contains(f));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var revision = await portal.DeployAsync(served.Principal, served.Deployment, served.Model, second);

        (await portal.ConcludedAsync(served.Principal, served.Deployment, revision))
            .ShouldBe(("failed", "artifact-hash-mismatch"));
        (await node.PredictAsync(served.Principal, served.Endpoint)).OrThrow().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Route_WhenAnotherNodeHasNotLoaded_WaitsForIt()
    {
        await using var first = await portal.StartNodeAsync();
        await using var second = await portal.StartNodeAsync();
        (await NodeLeases.LiveAsync(portal.Cell, CancellationToken.None)).Count.ShouldBeGreaterThanOrEqualTo(2);

        var served = await portal.ServeAsync("two-nodes");

        foreach (var node in (ServingNodeUnderTest[])[first, second])
        {
            await ServingPortal.EventuallyAsync(
                async () => (await node.PredictAsync(served.Principal, served.Endpoint)).Ok);
        }

        var reports = await Grains.Serving.Routing.LoadReports.ReadAsync(
            portal.Cell, served.Principal.Tenant, served.Deployment, 1, CancellationToken.None);
        reports.Count(r => r.Loaded).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Start_WhenRevisionsAreRouted_IsReadyOnlyWithThem()
    {
        ServingPortal.Served served;
        await using (await portal.StartNodeAsync())
        {
            served = await portal.ServeAsync("restart");
        }

        await using var again = await portal.StartNodeAsync();

        (await again.PredictAsync(served.Principal, served.Endpoint)).Ok.ShouldBeTrue();
    }

    private IEnumerable<string> GraphFiles(Guid tenant) => Directory.EnumerateFiles(
            portal.Data, "*", SearchOption.AllDirectories)
        .Where(f => f.Contains(tenant.ToString("N"), StringComparison.Ordinal)
            && f.Contains("/models/", StringComparison.Ordinal));
}
