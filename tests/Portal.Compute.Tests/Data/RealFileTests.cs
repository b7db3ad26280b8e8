using Portal.Compute.Data;
using Xunit.Abstractions;

namespace Portal.Compute.Tests.Data;

public sealed class RealFileTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Profile_WhenTelcoChurn_FindsTheTypes()
    {
        if (await ProfileAsync("telco_churn.csv") is not { } profile)
        {
            return;
        }

        profile.Rows.ShouldBe(7_043);
        profile.Find("customerID")!.Type.ShouldBe(ColumnType.Text);
        profile.Columns.Where(c => c.LooksLikeId).Select(c => c.Name).ShouldBe(["customerID"]);
        profile.Find("SeniorCitizen")!.Type.ShouldBe(ColumnType.Integer);
        profile.Find("TotalCharges")!.Type.ShouldBe(ColumnType.Number);
        profile.Find("TotalCharges")!.Missing.ShouldBe(11);
        profile.Find("MultipleLines")!.Type.ShouldBe(ColumnType.Category);
        profile.Find("Churn")!.Type.ShouldBe(ColumnType.Boolean);
        profile.Find("Churn")!.Top.ShouldBe([new CategoryCount("No", 5_174), new CategoryCount("Yes", 1_869)]);
    }

    [Fact]
    public async Task Profile_WhenAdultIncome_TrimsNamesAndValues()
    {
        if (await ProfileAsync("adult_income.csv") is not { } profile)
        {
            return;
        }

        profile.Rows.ShouldBe(32_561);
        profile.Columns.Select(c => c.Name).ShouldContain("hours-per-week");
        profile.Find("sex")!.Top.ShouldBe([new CategoryCount("Male", 21_790), new CategoryCount("Female", 10_771)]);
        profile.Find("workclass")!.Missing.ShouldBe(1_836);
        profile.Find("age")!.Type.ShouldBe(ColumnType.Integer);
        profile.Find("native-country")!.Type.ShouldBe(ColumnType.Category);
        profile.Find("income")!.Distinct.ShouldBe(2);
        profile.Columns.ShouldAllBe(c => !c.LooksLikeId);
    }

    [Fact]
    public async Task Profile_WhenGermanCredit_ReadsQuotedNumbers()
    {
        if (await ProfileAsync("german_credit.csv") is not { } profile)
        {
            return;
        }

        profile.Rows.ShouldBe(1_000);
        profile.Find("Credit amount")!.Type.ShouldBe(ColumnType.Integer);
        profile.Find("Credit amount")!.LooksLikeId.ShouldBeFalse();
        profile.Find("Check_Account")!.Type.ShouldBe(ColumnType.Category);
        profile.Find("Result")!.Type.ShouldBe(ColumnType.Integer);
        profile.Find("Result")!.Distinct.ShouldBe(2);
    }

    [Theory]
    [InlineData("telco_churn.csv", "TotalCharges", "Churn")]
    [InlineData("adult_income.csv", "age", "income")]
    [InlineData("german_credit.csv", "Duration", "Purpose")]
    public async Task ReadTable_WhenByTheInferredSchema_HasEveryRow(string file, string number, string category)
    {
        if (await ProfileAsync(file) is not { } profile)
        {
            return;
        }

        await using var stream = File.OpenRead(PathOf(file)!);
        var outcome = await CsvTableReader.ReadAsync(
            stream, profile.ToSchema(), [category, number], TableReadOptions.Default);

        var table = outcome.ShouldBeOfType<TableReadOutcome.Read>().Table;
        table.RowCount.ShouldBe((int)profile.Rows);
        table.Numeric(number).MissingCount.ShouldBe((int)profile.Find(number)!.Missing);
        table.Category(category).Levels.Length.ShouldBe((int)profile.Find(category)!.Distinct);
    }

    private static string? PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
            {
                var path = Path.Combine(folder.FullName, "..", "shared", "data", file);
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }

    private async Task<TableProfile?> ProfileAsync(string file)
    {
        if (PathOf(file) is not { } path)
        {
            output.WriteLine($"Skipped: ../shared/data/{file} is not there.");
            return null;
        }

        await using var stream = File.OpenRead(path);
        var outcome = await CsvProfiler.ProfileAsync(stream, CsvProfileOptions.Default);
        return outcome.ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile;
    }
}
