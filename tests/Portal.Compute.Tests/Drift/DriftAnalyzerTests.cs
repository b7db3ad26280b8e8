using System.Text.Json;
using Portal.Compute.Data;
using Portal.Compute.Drift;
using Portal.Compute.Numerics;

namespace Portal.Compute.Tests.Drift;

public sealed class DriftAnalyzerTests
{
    [Fact]
    public void Compare_WhenDataIsTheSame_IsZero()
    {
        var table = new DataTable(
        [
            .. DriftTables.Normal(1_000, 1, missing: 0.1).Columns,
            .. DriftTables.Categories(("a", 700), ("b", 290), ("c", 10)).Columns,
        ]);

        var report = Compare(table, table);

        report.Count(DriftVerdict.Stable).ShouldBe(2);
        report.Columns.ShouldAllBe(c => c.Psi == 0 && c.JensenShannon == 0 && c.Statistic == 0 && c.PValue == 1);
        report.Find("x")!.Missing.Reference.ShouldBe(report.Find("x")!.Missing.Current);
    }

    [Theory]
    [InlineData(0.0, DriftVerdict.Stable)]
    [InlineData(0.4, DriftVerdict.Moderate)]
    [InlineData(1.0, DriftVerdict.Drifted)]
    public void Compare_WhenTheMeanMoves_RatesItsSize(double shift, DriftVerdict verdict)
    {
        var drift = Compare(DriftTables.Normal(5_000, 1), DriftTables.Normal(2_000, 2, shift)).Columns[0];

        drift.Verdict.ShouldBe(verdict);

        // For normal distributions moved by s the index over ever finer bins tends to s squared.
        drift.Psi!.Value.ShouldBe(shift * shift, 0.15 * shift * shift + 0.03);
    }

    [Fact]
    public void Compare_WhenRowsAreManyAndTheEffectIsTiny_IsStable()
    {
        var drift = Compare(DriftTables.Normal(10_000, 1), DriftTables.Normal(200_000, 2, 0.1)).Columns[0];

        drift.AdjustedPValue!.Value.ShouldBeLessThan(1e-6);
        drift.Verdict.ShouldBe(DriftVerdict.Stable);
    }

    [Fact]
    public void Compare_WhenTheEffectMayBeChance_SaysNotEnoughData()
    {
        // 60 rows over 10 bins: the index is about 9 / 60 by chance alone.
        var drift = Compare(DriftTables.Normal(5_000, 1), DriftTables.Normal(60, 5)).Columns[0];

        drift.Psi!.Value.ShouldBeGreaterThan(0.1);
        (drift.Verdict, drift.Reason).ShouldBe((DriftVerdict.NotEnoughData, DriftReasons.NotSignificant));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(1.0)]
    public void Compare_WhenTheSameDataGrows_NeverTurnsAround(double shift)
    {
        var reference = DriftTables.Normal(5_000, 1);
        var current = DriftTables.Normal(60, 3, shift);
        var verdicts = Enumerable.Range(0, 6)
            .Select(i => Compare(reference, DriftTables.Repeat(current, 1 << i)).Columns[0].Verdict)
            .SkipWhile(v => v == DriftVerdict.NotEnoughData)
            .ToList();

        verdicts.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Compare_WhenRowsAreShuffled_GivesTheSameReport()
    {
        var (reference, current) = (DriftTables.Normal(3_000, 1, missing: 0.05), DriftTables.Normal(1_000, 2, 0.3));
        var random = new SplitMix64(9);
        var order = Enumerable.Range(0, current.RowCount).OrderBy(_ => random.Next()).ToArray();

        JsonSerializer.Serialize(Compare(reference, current.Take(order)))
            .ShouldBe(JsonSerializer.Serialize(Compare(reference, current)));
    }

    [Fact]
    public void Compare_WhenNothingDrifts_KeepsFalseAlarmsAtTheLevel()
    {
        const int Families = 40;
        const int Columns = 40;
        DataTable Table(int rows, int seed) => new(Enumerable.Range(0, Columns).Select(i =>
            new NumericColumn($"x{i}", DriftTables.Normal(rows, (ulong)(seed + i)).Numeric("x").Values)));

        var (alarmed, raw) = (0, 0);
        for (var family = 0; family < Families; family++)
        {
            var report = Compare(Table(1_000, 100_000 + (family * 100)), Table(100, 200_000 + (family * 100)));
            alarmed += report.Columns.Any(c => c.Verdict is DriftVerdict.Moderate or DriftVerdict.Drifted) ? 1 : 0;
            raw += report.Columns.Any(c => c.PValue < 0.05) ? 1 : 0;
        }

        // At the 5 % level 2 of 40 families alarm; more than 7 would come once in 1,400. Raw tests: 35 of 40.
        alarmed.ShouldBeLessThanOrEqualTo(7);
        raw.ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Compare_WhenACategoryIsNew_NamesItAndItsShare()
    {
        var drift = Compare(
            DriftTables.Categories(("a", 600), ("b", 400)),
            DriftTables.Categories(("a", 300), ("b", 200), ("z", 500))).Columns[0];

        drift.Verdict.ShouldBe(DriftVerdict.Drifted);
        drift.NewCategories.ShouldBe([new CategoryCount("z", 500)]);
        drift.NewCategoryShare.ShouldBe(0.5);
        drift.Overlay!.Labels.ShouldBe(["a", "b", "z"]);
        drift.Overlay.Reference.ShouldBe([0.6, 0.4, 0]);
        drift.Overlay.Current.ShouldBe([0.3, 0.2, 0.5]);
    }

    [Fact]
    public void Compare_WhenCategoriesAreRare_PoolsThem()
    {
        var rare = Enumerable.Range(0, 50).Select(i => ($"r{i:D2}", 1)).ToArray();

        var drift = Compare(
            DriftTables.Categories([("a", 9_000), ("b", 950), .. rare]),
            DriftTables.Categories(("a", 905), ("b", 95))).Columns[0];

        drift.Verdict.ShouldBe(DriftVerdict.Stable);
        drift.Overlay!.Labels.ShouldBe(["a", "b", CategoryComparison.OtherLabel]);
    }

    [Fact]
    public void Compare_WhenAColumnOfTwoNumbersMoves_SeesIt()
    {
        DataTable Flags(int every) => new(
            [new NumericColumn("f", [.. Enumerable.Range(0, 1_000).Select(i => i % every == 0 ? 0f : 1f)])]);

        var (before, after) = (Flags(every: 20), Flags(every: 2));

        Compare(before, after).Columns[0].Verdict.ShouldBe(DriftVerdict.Drifted);
    }

    [Theory]
    [InlineData(0.02, DriftVerdict.Stable)]
    [InlineData(0.1, DriftVerdict.Moderate)]
    [InlineData(0.5, DriftVerdict.Drifted)]
    public void Compare_WhenMoreIsMissing_RatesTheChange(double missing, DriftVerdict verdict)
    {
        var drift = Compare(DriftTables.Normal(5_000, 1), DriftTables.Normal(1_000, 2, missing: missing)).Columns[0];

        drift.Verdict.ShouldBe(verdict);
        drift.Missing.Verdict.ShouldBe(verdict);
        drift.Missing.Current.ShouldBe(missing, 0.03);
    }

    [Fact]
    public void Compare_WhenThereIsNothingToCompare_SaysWhy()
    {
        var reference = DriftTables.Normal(1_000, 1);

        Compare(reference, DriftTables.Normal(20, 2)).Columns[0].Reason.ShouldBe(DriftReasons.TooFewValues);
        Compare(reference, DriftTables.Categories(("a", 90))).Columns[0].Reason.ShouldBe(DriftReasons.ColumnAbsent);
        Compare(reference, new DataTable([new CategoryColumn("x", ["a"], new int[90])])).Columns[0]
            .Reason.ShouldBe(DriftReasons.TypeDiffers);
        Compare(reference, DriftTables.Normal(0, 2)).Columns[0].Verdict.ShouldBe(DriftVerdict.NotEnoughData);
    }

    [Fact]
    public void Compare_WhenTheOverlayIsDrawn_BothSidesShareBinsAndSumToOne()
    {
        var overlay = Compare(DriftTables.Normal(1_000, 1), DriftTables.Normal(500, 2, 3)).Columns[0].Overlay!;

        overlay.Edges.Length.ShouldBe(21);
        overlay.Reference.Length.ShouldBe(20);
        overlay.Reference.Sum().ShouldBe(1, 1e-12);
        overlay.Current.Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void ReferenceProfile_WhenStoredAsJson_ReadsBackAndComparesTheSame()
    {
        var table = new DataTable(
        [
            .. DriftTables.Normal(500, 1).Columns, .. DriftTables.Categories(("a", 300), ("b", 200)).Columns,
        ]);
        var reference = ReferenceProfile.Create(table);

        var back = JsonSerializer.Deserialize<ReferenceProfile>(JsonSerializer.Serialize(reference))!;

        JsonSerializer.Serialize(DriftAnalyzer.Compare(back, table, DriftOptions.Default))
            .ShouldBe(JsonSerializer.Serialize(DriftAnalyzer.Compare(reference, table, DriftOptions.Default)));
        back.Find("x").ShouldBeOfType<ReferenceColumn.Numeric>().Sample.Length.ShouldBe(500);
    }

    [Fact]
    public void ReferenceProfile_WhenTheTableIsLarge_KeepsABoundedSample()
    {
        var reference = ReferenceProfile.Create(DriftTables.Normal(50_000, 1));

        var column = reference.Columns[0].ShouldBeOfType<ReferenceColumn.Numeric>();
        column.Sample.Length.ShouldBe(10_000);
        column.Sample.ShouldBe(column.Sample.Order());
        column.Histogram!.Counts.Sum().ShouldBe(50_000);
    }

    [Fact]
    public async Task Compare_WhenTheSamplePopulationDrifts_FindsTheColumnsThatMoved()
    {
        var reference = await ChurnAsync(4_000, 1, 0);

        var quiet = Compare(reference, await ChurnAsync(2_000, 2, 0));
        var moved = Compare(reference, await ChurnAsync(2_000, 3, 0.8));

        quiet.Columns.Where(c => c.Name != "customer_id").ShouldAllBe(c => c.Verdict == DriftVerdict.Stable);
        moved.Find("monthly_charges")!.Verdict.ShouldBe(DriftVerdict.Drifted);
        moved.Find("region")!.NewCategories.Select(c => c.Value).ShouldBe(["Fujairah"]);
        moved.Find("senior")!.Verdict.ShouldBe(DriftVerdict.Stable);
    }

    private static DriftReport Compare(DataTable reference, DataTable current) =>
        DriftAnalyzer.Compare(ReferenceProfile.Create(reference), current, DriftOptions.Default);

    private static async Task<DataTable> ChurnAsync(int rows, ulong seed, double drift)
    {
        var stream = new MemoryStream();
        await SampleData.WriteChurnAsync(stream, rows, seed, drift);
        stream.Position = 0;
        var profiled = await CsvProfiler.ProfileAsync(stream, CsvProfileOptions.Default);
        var schema = profiled.ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile.ToSchema();
        stream.Position = 0;
        var outcome = await CsvTableReader.ReadAsync(stream, schema, null, TableReadOptions.Default);
        return outcome.ShouldBeOfType<TableReadOutcome.Read>().Table;
    }
}
