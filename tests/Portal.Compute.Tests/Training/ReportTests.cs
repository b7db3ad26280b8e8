using System.Text.Json;
using Portal.Compute.Training;

namespace Portal.Compute.Tests.Training;

public sealed class ReportTests
{
    [Theory]
    [InlineData("bought")]
    [InlineData("price")]
    public void Report_AsJson_ComesBackAsItWas(string target)
    {
        var table = target == "bought" ? SyntheticTables.Binary() : SyntheticTables.Regression();
        var report = Train.Model(table, target).Report;

        var json = JsonSerializer.Serialize(report);
        var back = JsonSerializer.Deserialize<TrainingReport>(json);

        JsonSerializer.Serialize(back).ShouldBe(json);
        json.ShouldContain("\"Seed\":1");
    }

    [Fact]
    public void Report_NamesEngineAndParametersAsUsed()
    {
        var report = Train.Model(SyntheticTables.Binary(), "bought").Report;

        report.Engine.ShouldBe("xgboost");
        report.EngineVersion.ShouldStartWith("1.7");
        report.OnnxSha256.Length.ShouldBe(64);
        var parameters = report.Parameters.ToDictionary();
        parameters["objective"].ShouldBe("binary:logistic");
        // The prior of the training rows; the graph's equality is thereby proven for a score that is not one half.
        parameters["base_score"].ShouldNotBe("0.5");
    }
}
