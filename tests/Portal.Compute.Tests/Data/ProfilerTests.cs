using System.Globalization;
using System.Text.Json;
using Portal.Compute.Data;

namespace Portal.Compute.Tests.Data;

public sealed class ProfilerTests
{
    [Theory]
    [InlineData(ColumnType.Integer, "1,-2,+3,0")]
    [InlineData(ColumnType.Integer, "1,,NA,n/a,null,NaN,?,-, ,2")]
    [InlineData(ColumnType.Integer, "0,1,1,0")]
    [InlineData(ColumnType.Number, "1,2.5,.5,5.,1e3,-2E-4")]
    [InlineData(ColumnType.Number, "12345678901234567890,1")]
    [InlineData(ColumnType.Boolean, "Yes,no,YES,")]
    [InlineData(ColumnType.Boolean, "true,False")]
    [InlineData(ColumnType.Category, "yes,true,no")]
    [InlineData(ColumnType.Category, "No,Yes,No phone service")]
    [InlineData(ColumnType.Category, "007,012,100")]
    [InlineData(ColumnType.Category, "1e999,inf")]
    [InlineData(ColumnType.Category, "a,b,a")]
    [InlineData(ColumnType.Category, ",,")]
    [InlineData(ColumnType.Date, "2024-02-29,2023-12-01T10:30:00Z")]
    [InlineData(ColumnType.Date, "31/01/2024,1/2/2024")]
    [InlineData(ColumnType.Date, "01.02.2024,03.04.2024")]
    [InlineData(ColumnType.Category, "2023-02-29,2024-01-01")]
    public async Task Profile_WhenValuesAreGiven_InfersTheType(ColumnType type, string values) =>
        (await CsvText.ColumnAsync(values.Split(','))).Type.ShouldBe(type);

    [Fact]
    public async Task Profile_WhenNumbersAreQuoted_TheyAreNumbers() =>
        (await CsvText.ColumnAsync(["\"1\"", "\" 2 \""])).Type.ShouldBe(ColumnType.Integer);

    [Fact]
    public async Task Profile_WhenNumeric_GivesMomentsAndQuantiles()
    {
        var column = await CsvText.ColumnAsync(["2", "4", "4", "4", "5", "5", "7", "9", ""]);

        column.Count.ShouldBe(9);
        column.Missing.ShouldBe(1);
        column.Distinct.ShouldBe(5);
        var numbers = column.Numeric.ShouldNotBeNull();
        (numbers.Minimum, numbers.Maximum, numbers.Mean, numbers.Median).ShouldBe((2, 9, 5, 4.5));
        // Sum of squared deviations is 32: sqrt(32 / 7).
        numbers.StandardDeviation.ShouldBe(2.13808993529939, 1e-12);
        column.Top[0].ShouldBe(new CategoryCount("4", 3));
        column.Histogram!.Counts.ShouldBe([1, 0, 3, 2, 0, 1, 0, 1]);
        column.Histogram.IsExact.ShouldBeTrue();
    }

    [Fact]
    public async Task Profile_WhenNearlyAllAreNumbers_SaysWhichIsNot()
    {
        var values = Enumerable.Range(0, 200)
            .Select(i => i == 150 ? "unknown" : (i * 1.5).ToString(CultureInfo.InvariantCulture));

        var column = await CsvText.ColumnAsync(values);

        column.Type.ShouldBe(ColumnType.Text);
        var issue = column.Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Count, issue.FirstRow, issue.Example)
            .ShouldBe((CsvErrorCodes.MostlyNumeric, 1, 151, "unknown"));
    }

    [Fact]
    public async Task Profile_WhenOverriddenToNumber_CountsMisfitsAsMissing()
    {
        var column = await CsvText.ColumnAsync(["1", "x", "", "3", "y"], ColumnType.Number);

        column.Type.ShouldBe(ColumnType.Number);
        column.Missing.ShouldBe(3);
        column.Distinct.ShouldBe(2);
        column.Numeric!.Mean.ShouldBe(2);
        var issue = column.Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Count, issue.FirstRow, issue.Example).ShouldBe((CsvErrorCodes.DoesNotFit, 2, 2, "x"));
    }

    [Theory]
    [InlineData(ColumnType.Category, "1,2,1", 0)]
    [InlineData(ColumnType.Integer, "1.0,2.5", 1)]
    [InlineData(ColumnType.Boolean, "1,0,maybe", 1)]
    [InlineData(ColumnType.Date, "01/02/2024,x", 1)]
    public async Task Profile_WhenOverridden_TakesTheType(ColumnType type, string values, int missing)
    {
        var column = await CsvText.ColumnAsync(values.Split(','), type);

        column.Type.ShouldBe(type);
        column.Missing.ShouldBe(missing);
    }

    [Fact]
    public async Task Profile_WhenDayAndMonthAreUnclear_SaysSoAndReadsDayFirstWhenTold()
    {
        var guessed = await CsvText.ColumnAsync(["01/02/2024", "03/04/2024"]);
        var told = await CsvText.ColumnAsync(["01/02/2024", "03/04/2024"], ColumnType.Date);

        guessed.Type.ShouldBe(ColumnType.Category);
        guessed.Issues.ShouldHaveSingleItem().Code.ShouldBe(CsvErrorCodes.AmbiguousDate);
        told.DateFormat.ShouldBe("dd/MM/yyyy");
        // 2024-02-01 is day 19,754 since 1970.
        told.Numeric!.Minimum.ShouldBe(19_754);
    }

    [Fact]
    public async Task Profile_WhenAColumnIsUnknown_RefusesTheOverride()
    {
        var options = new CsvProfileOptions
        {
            Overrides = new Dictionary<string, ColumnType> { ["z"] = ColumnType.Text },
        };

        (await CsvText.RefusalAsync("a,b\n1,2\n", options)).Code.ShouldBe(CsvErrorCodes.UnknownColumn);
    }

    [Fact]
    public async Task Profile_WhenEveryValueDiffers_LooksLikeAnId()
    {
        (await LooksLikeIdAsync(i => $"C-{i}")).ShouldBeTrue();
        (await LooksLikeIdAsync(i => $"{(i * 37 % 100) + 500}")).ShouldBeTrue();
        (await LooksLikeIdAsync(i => $"{i * 7919 % 100_003}")).ShouldBeFalse();
        (await LooksLikeIdAsync(i => $"{i}.5")).ShouldBeFalse();

        static async Task<bool> LooksLikeIdAsync(Func<int, string> value) =>
            (await CsvText.ColumnAsync(Enumerable.Range(0, 100).Select(value))).LooksLikeId;
    }

    [Fact]
    public async Task Profile_WhenThereIsOneValue_IsConstant()
    {
        (await CsvText.ColumnAsync(["a", "a", ""])).IsConstant.ShouldBeTrue();
        (await CsvText.ColumnAsync(["a", "b"])).IsConstant.ShouldBeFalse();
    }

    [Fact]
    public async Task Profile_WhenValuesAreManyAndOnlyReadOnce_EstimatesWithinItsPromise()
    {
        var column = await CsvText.ColumnAsync(Enumerable.Range(0, 100_000).Select(i => $"{i * 31 % 100_000}.25"));

        column.DistinctIsExact.ShouldBeFalse();
        ((double)column.Distinct).ShouldBe(100_000, 5_000);
        column.Numeric!.Median.ShouldBe(50_000, 2_500);
        column.Histogram!.IsExact.ShouldBeFalse();
        column.Histogram.Counts.Sum().ShouldBe(100_000);
        column.Top.ShouldBeEmpty();
    }

    [Fact]
    public async Task Profile_WhenTheFileCanBeOpenedAgain_HistogramsAreExact()
    {
        var text = "x\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i * 31 % 40_000}.5\n"));

        var outcome = await CsvProfiler.ProfileAsync(
            _ => ValueTask.FromResult<Stream>(CsvText.Stream(text)), CsvProfileOptions.Default);

        var histogram = outcome.ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile.Columns[0].Histogram!;
        histogram.IsExact.ShouldBeTrue();
        histogram.Counts.Length.ShouldBe(20);
        // 40,000 evenly spread values over 20 bins; the bins are one 20th of 39,999 wide.
        histogram.Counts.ShouldAllBe(c => c >= 1_999 && c <= 2_001);
        histogram.Counts.Sum().ShouldBe(40_000);
    }

    [Fact]
    public async Task Profile_WhenStoredAsJson_ReadsBack()
    {
        var profile = await CsvText.ProfileAsync("a,b\n1,x\n2,y\n");

        var json = JsonSerializer.Serialize(profile);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<TableProfile>(json)).ShouldBe(json);
        json.ShouldContain("\"Integer\"");
    }

    [Fact]
    public async Task Profile_WhenReading_ReportsProgressUpToTheEnd()
    {
        var text = "x,y\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{i},abc\n"));
        var reports = new List<CsvProgress>();

        await CsvProfiler.ProfileAsync(CsvText.Stream(text), CsvProfileOptions.Default, new Recorder(reports));

        reports.Count.ShouldBeGreaterThan(2);
        reports[^1].ShouldBe(new CsvProgress(400_000, text.Length));
    }

    [Fact]
    public async Task Profile_WhenCancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => CsvProfiler.ProfileAsync(
            CsvText.Stream("a\n1\n"), CsvProfileOptions.Default, null, source.Token));
    }

    private sealed class Recorder(List<CsvProgress> reports) : IProgress<CsvProgress>
    {
        public void Report(CsvProgress value) => reports.Add(value);
    }
}
