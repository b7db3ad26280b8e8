using Portal.Compute.Data;
using Xunit.Abstractions;

namespace Portal.Compute.Tests.Training;

public sealed class TelcoTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Train_OnRealChurnData_LeavesOutTheIdAndRanksWell()
    {
        if (SharedData.Find("telco_churn.csv") is not { } path)
        {
            output.WriteLine("Skipped: ../shared/data is not there.");
            return;
        }

        await using var stream = File.OpenRead(path);
        var profile = (await CsvProfiler.ProfileAsync(stream, CsvProfileOptions.Default))
            .ShouldBeOfType<CsvProfileOutcome.Profiled>().Profile;
        await using var again = File.OpenRead(path);
        var table = (await CsvTableReader.ReadAsync(again, profile.ToSchema(), null, TableReadOptions.Default))
            .ShouldBeOfType<TableReadOutcome.Read>().Table;

        var report = Train.Model(table, "Churn").Report;

        report.HoldOut.Binary!.RocAuc.ShouldBeGreaterThan(0.8);
        report.LeftOut.Single().Name.ShouldBe("customerID");
        report.Signature.PositiveClass.ShouldBe("Yes");
        report.Rows.HoldOut.ShouldBe(1409);
    }
}
