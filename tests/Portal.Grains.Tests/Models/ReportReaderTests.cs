using System.Text.Json;
using Portal.Compute.Data;
using Portal.Compute.Training;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Models;

public sealed class ReportReaderTests
{
    [Fact]
    public async Task Show_WhenReportWasStored_ShowsWhatTheTrainerFound()
    {
        var report = Train();
        using var stored = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, PortalJson.Options));

        var shown = ReportReader.Show(await ReportReader.ReadAsync(stored, CancellationToken.None));

        shown.Metric.ShouldBe("roc-auc");
        shown.BestRound.ShouldBe(report.BestRound);
        shown.Curve.Length.ShouldBe(report.Curve.Count);
        shown.Importance.Sum(c => c.Share).ShouldBe(1, 1e-6);
        shown.Baselines.Select(b => b.Kind).ShouldBe([BaselineReport.Prior, BaselineReport.SmallTree]);
        shown.Confusion!.Classes.ShouldBe(["No", "Yes"]);
        shown.Confusion.Counts.Sum(row => row.Sum()).ShouldBe(shown.HoldOutRows);
        shown.Roc.Length.ShouldBeGreaterThan(2);
    }

    private static TrainingReport Train()
    {
        const int Rows = 400;
        var random = new Random(5);
        var ages = Enumerable.Range(0, Rows).Select(_ => (float)random.Next(18, 90)).ToArray();
        var codes = ages.Select(a => a + random.Next(-20, 20) > 50 ? 1 : 0).ToArray();
        var table = new DataTable([new NumericColumn("age", ages), new CategoryColumn("left", ["No", "Yes"], codes)]);
        return Trainer.Train(table, new TrainingRequest { Target = "left" })
            .ShouldBeOfType<TrainingOutcome.Trained>().Model.Report;
    }
}
