using Portal.Grains.Serving.Capture;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tests.Serving;

/// <summary>What is remembered of requests.</summary>
public sealed class CaptureTests(ServingPortal portal) : IClassFixture<ServingPortal>
{
    private const string TwoRows = """{"rows":[{"age":40,"colour":"red"},{"age":null,"colour":null}]}""";

    [Fact]
    public async Task Stop_WhenRowsWereAnswered_WritesThemAndTheyAreReadBack()
    {
        ServingPortal.Served served;
        await using (var node = await portal.StartNodeAsync())
        {
            served = await portal.ServeAsync("kept");
            (await node.PredictAsync(served.Principal, served.Endpoint, TwoRows)).Ok.ShouldBeTrue();
            (await node.PredictAsync(served.Principal, served.Endpoint)).Ok.ShouldBeTrue();
        }

        var read = await ReadAsync(served);

        read.ShouldNotBeNull();
        read.RowsInAll.ShouldBe(3);
        read.Version.ShouldBe(1);
        read.Table.Numeric("age").Values.Count(float.IsNaN).ShouldBe(1);
        read.Table.Numeric("age").Values.Count(v => v == 40).ShouldBe(2);
        read.Table.Category("colour").MissingCount.ShouldBe(1);
        read.Table.Category(CapturedRows.Prediction).Levels.ShouldBeSubsetOf(["No", "Yes"]);
        read.Table.Numeric(CapturedRows.Score).Values.ShouldAllBe(v => v >= 0 && v <= 1);
    }

    [Fact]
    public async Task Stop_WhenRequestsEndedDifferently_CountsEachKind()
    {
        ServingPortal.Served served;
        await using (var node = await portal.StartNodeAsync())
        {
            served = await portal.ServeAsync("counted");
            await node.PredictAsync(served.Principal, served.Endpoint, TwoRows);
            await node.PredictAsync(served.Principal, served.Endpoint, """{"rows":[]}""");
        }

        var sums = await portal.Cell.Database.FindAsync(
            served.Principal.Tenant,
            new DbWrite(
                """
                select sum(requests)::int, sum(rows)::int, sum(refused)::int, sum(failed)::int,
                    (select sum(b)::int from request_minutes m, unnest(m.latency_buckets) b where m.deployment_id = $1)
                from request_minutes where deployment_id = $1
                """,
                served.Deployment.Value),
            r => (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4)),
            CancellationToken.None);

        sums.ShouldBe((2, 2, 1, 0, 1));
    }

    [Fact]
    public async Task Read_WhenAnotherTenantAsks_FindsNothing()
    {
        ServingPortal.Served served;
        await using (var node = await portal.StartNodeAsync())
        {
            served = await portal.ServeAsync("private");
            await node.PredictAsync(served.Principal, served.Endpoint);
        }

        (await ReadAsync(served)).ShouldNotBeNull();
        (await ReadAsync(served with { Principal = await portal.NewTenantAsync() })).ShouldBeNull();
    }

    [Theory]
    [InlineData(new[] { 10, 0, 0 }, 0.5, 0.5)]
    [InlineData(new[] { 10, 10, 0 }, 0.95, 1.9)]
    [InlineData(new[] { 0, 0, 0 }, 0.5, null)]
    public void Quantile_WhenBucketsAreFilled_IsLinearWithinABucket(int[] first, double share, double? expected)
    {
        int[] buckets = [.. first, .. new int[LatencyBuckets.Count - first.Length]];

        var quantile = LatencyBuckets.Quantile(buckets, share);

        if (expected is { } value)
        {
            quantile.ShouldNotBeNull().ShouldBe(value, 1e-9);
        }
        else
        {
            quantile.ShouldBeNull();
        }
    }

    private Task<CapturedRows?> ReadAsync(ServingPortal.Served served) => CaptureReader.ReadAsync(
        portal.Cell,
        served.Principal.Tenant,
        new CaptureQuery(
            served.Deployment, portal.Clock.GetUtcNow().AddHours(-1), portal.Clock.GetUtcNow().AddHours(1), 1000),
        CancellationToken.None);
}
