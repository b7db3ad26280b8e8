using Portal.Compute.Data;
using Portal.Grains.Keys;
using Portal.Grains.Monitoring;
using Portal.Grains.Serving.Capture;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Monitoring;

public sealed class MonitoringQueriesTests(MonitoringPortal portal) : IClassFixture<MonitoringPortal>
{
    private const int Rows = 400;

    /// <summary>Ages 20 to 59 evenly, shifted; two plans, or three; a probability that follows the age.</summary>
    private static DataTable Table(float shift, string output, params string[] plans) => new(
    [
        new NumericColumn("age", [.. Enumerable.Range(0, Rows).Select(i => 20 + (i % 40) + shift)]),
        new NumericColumn("same", [.. Enumerable.Range(0, Rows).Select(i => (float)(i % 30))]),
        new CategoryColumn(
            "plan",
            [.. plans.Order(StringComparer.Ordinal)],
            [.. Enumerable.Range(0, Rows).Select(i => i % plans.Length)]),
        new NumericColumn(output, [.. Enumerable.Range(0, Rows).Select(i => ((i % 40) + shift) / 100)]),
    ]);

    private static DataTable Training => Table(0, DriftMapping.Output, "Basic", "Pro");

    private async Task<DriftView> DriftAsync(Principal principal, DeploymentId id) =>
        (await portal.Queries.DriftAsync(principal, id, "1d", CancellationToken.None)).OrThrow();

    [Fact]
    public async Task DriftAsync_WhenColumnsMoved_NamesThemFirstAndLeavesTheOthersStable()
    {
        var owner = await portal.NewTenantAsync();
        var id = await portal.RoutedAsync(owner, Training);
        await portal.CapturedAsync(owner, id, Table(25, CapturedRows.Score, "Basic", "Pro", "Ultra"));

        var drift = await DriftAsync(owner, id);

        drift.State.ShouldBe("ready");
        drift.Verdict.ShouldBe("drifted");
        (drift.ReferenceRows, drift.CurrentRows).ShouldBe((Rows, Rows));
        drift.Columns.ToDictionary(c => c.Name, c => c.Verdict).ShouldBe(
            new Dictionary<string, string>
            {
                ["age"] = "drifted",
                ["plan"] = "drifted",
                [DriftMapping.Output] = "drifted",
                ["same"] = "stable",
            },
            ignoreOrder: true);
        drift.Columns[^1].Name.ShouldBe("same");
        drift.Columns.Single(c => c.Name == "plan").NewCategories.ShouldContain(c => c.Value == "Ultra");
        drift.Columns.Single(c => c.IsOutput).Name.ShouldBe(DriftMapping.Output);
    }

    [Fact]
    public async Task DriftAsync_WhenTheSameRowsCome_IsStable()
    {
        var owner = await portal.NewTenantAsync();
        var id = await portal.RoutedAsync(owner, Training);
        await portal.CapturedAsync(owner, id, Table(0, CapturedRows.Score, "Basic", "Pro"));

        (await DriftAsync(owner, id)).Verdict.ShouldBe("stable");
    }

    [Fact]
    public async Task DriftAsync_WhenNewerRowsCome_IsComputedAgainAfterAWhile()
    {
        var owner = await portal.NewTenantAsync();
        var id = await portal.RoutedAsync(owner, Training);
        (await DriftAsync(owner, id)).State.ShouldBe("no-requests");
        await portal.CapturedAsync(owner, id, Table(0, CapturedRows.Score, "Basic", "Pro"));

        portal.Clock.Advance(TimeSpan.FromSeconds(20));

        (await DriftAsync(owner, id)).State.ShouldBe("ready");
    }

    [Fact]
    public async Task TrafficAsync_WhenMinutesAreThere_SumsThoseOfTheTime()
    {
        var owner = await portal.NewTenantAsync();
        var id = await portal.RoutedAsync(owner, Training);
        var now = portal.Clock.GetUtcNow();
        var minute = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await portal.MinuteAsync(owner, id, minute.AddMinutes(-5), 10);
        await portal.MinuteAsync(owner, id, minute.AddMinutes(-90), 7);

        var traffic = (await portal.Queries.TrafficAsync(
            owner, id, minute.AddHours(-1), minute, CancellationToken.None)).OrThrow();
        var list = (await portal.Queries.ListAsync(owner, CancellationToken.None)).OrThrow();

        traffic.Totals.Requests.ShouldBe(10);
        traffic.Totals.P95Ms.ShouldNotBeNull().ShouldBeInRange(5, 7);
        traffic.Points.Sum(p => p.Requests).ShouldBe(10);
        list.ShouldHaveSingleItem().Day.Requests.ShouldBe(17);
    }

    [Fact]
    public async Task TrafficAsync_WhenAnotherTenantAsks_IsNotFound()
    {
        var (mine, theirs) = (await portal.NewTenantAsync(), await portal.NewTenantAsync());
        var id = await portal.RoutedAsync(theirs, Training);

        (await portal.Queries.TrafficAsync(mine, id, null, null, CancellationToken.None)).Error
            .ShouldBeOfType<NotFound>();
        (await portal.Queries.DriftAsync(mine, id, "1d", CancellationToken.None)).Error.ShouldBeOfType<NotFound>();
        (await portal.Queries.ListAsync(mine, CancellationToken.None)).OrThrow().ShouldBeEmpty();
    }

    [Fact]
    public async Task QueriesAsync_WhenRangeOrWindowIsWrong_SayWhich()
    {
        var owner = await portal.NewTenantAsync();
        var id = await portal.RoutedAsync(owner, Training);
        var now = portal.Clock.GetUtcNow();

        (await portal.Queries.TrafficAsync(owner, id, now, now.AddDays(-1), CancellationToken.None))
            .Error!.Code.ShouldBe("time-range-invalid");
        (await portal.Queries.DriftAsync(owner, id, "2y", CancellationToken.None))
            .Error!.Code.ShouldBe("drift-window-unknown");
    }
}
