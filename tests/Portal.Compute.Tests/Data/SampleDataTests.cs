using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class SampleDataTests
{
    [Fact]
    public async Task WriteChurn_WhenProfiled_HasTheDirtOfRealFiles()
    {
        var profile = await ProfileAsync(s => SampleData.WriteChurnAsync(s, 5_000, seed: 1));

        profile.Rows.ShouldBe(5_000);
        profile.Find("customer_id")!.LooksLikeId.ShouldBeTrue();
        profile.Find("total_charges")!.Type.ShouldBe(ColumnType.Number);
        profile.Find("total_charges")!.Missing.ShouldBeInRange(50, 400);
        profile.Find("plan")!.Top.Length.ShouldBe(3);
        profile.Find("churned")!.Type.ShouldBe(ColumnType.Boolean);
        profile.Find("senior")!.Type.ShouldBe(ColumnType.Integer);
        profile.Find("region")!.Distinct.ShouldBe(4);
    }

    [Fact]
    public async Task WriteHousesAndParcels_WhenProfiled_HaveTheirTargets()
    {
        var houses = await ProfileAsync(s => SampleData.WriteHousesAsync(s, 2_000, seed: 1));
        var parcels = await ProfileAsync(s => SampleData.WriteParcelsAsync(s, 2_000, seed: 1));

        houses.Find("listed_on")!.Type.ShouldBe(ColumnType.Date);
        houses.Find("sale_id")!.LooksLikeId.ShouldBeTrue();
        houses.Find("price")!.Type.ShouldBe(ColumnType.Integer);
        houses.Find("price")!.LooksLikeId.ShouldBeFalse();
        houses.Find("metro_km")!.Missing.ShouldBeGreaterThan(0);
        parcels.Delimiter.ShouldBe(';');
        parcels.Find("outcome")!.Top.Select(t => t.Value).Order(StringComparer.Ordinal)
            .ShouldBe(["late", "on time", "returned"]);
        parcels.Find("outcome")!.Top.ShouldAllBe(t => t.Count > 150);
    }

    [Fact]
    public void Churn_WhenRankedByItsProbability_HasALearnableSignal()
    {
        var rows = ChurnSample.Rows(20_000, seed: 3, drift: 0).OrderBy(r => r.Probability).ToList();
        var (positives, rankSum) = (0L, 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            positives += rows[i].Churned ? 1 : 0;
            rankSum += rows[i].Churned ? i + 1 : 0;
        }

        // Mann-Whitney: AUC = (R - p(p+1)/2) / (p n).
        var auc = (rankSum - (positives * (positives + 1) / 2.0)) / (positives * (double)(rows.Count - positives));
        auc.ShouldBeInRange(0.86, 0.90);
        ((double)positives / rows.Count).ShouldBeInRange(0.25, 0.42);
    }

    [Fact]
    public async Task WriteChurn_WhenSeedIsTheSame_WritesTheSameBytes()
    {
        var (one, two, other) = (new MemoryStream(), new MemoryStream(), new MemoryStream());
        await SampleData.WriteChurnAsync(one, 300, seed: 9);
        await SampleData.WriteChurnAsync(two, 300, seed: 9);
        await SampleData.WriteChurnAsync(other, 300, seed: 10);

        two.ToArray().ShouldBe(one.ToArray());
        other.ToArray().ShouldNotBe(one.ToArray());
    }

    [Fact]
    public async Task WriteChurn_WhenDrifting_MovesInputsAndBringsANewRegion()
    {
        var before = await ProfileAsync(s => SampleData.WriteChurnAsync(s, 3_000, seed: 1));
        var after = await ProfileAsync(s => SampleData.WriteChurnAsync(s, 3_000, seed: 2, drift: 1));

        var (old, moved) = (before.Find("monthly_charges")!.Numeric!, after.Find("monthly_charges")!.Numeric!);
        moved.Mean.ShouldBeGreaterThan(old.Mean + 10);
        after.Find("region")!.Top.Select(t => t.Value).ShouldContain("Fujairah");
    }

    private static async Task<TableProfile> ProfileAsync(Func<Stream, Task> write)
    {
        var stream = new MemoryStream();
        await write(stream);
        stream.Position = 0;
        return (await CsvProfiler.ProfileAsync(stream, CsvProfileOptions.Default))
            .ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile;
    }
}
