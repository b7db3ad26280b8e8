using Portal.Grains.Keys;
using Portal.Grains.Models;

namespace Portal.Grains.Tests.Models;

public sealed class ModelComparisonTests
{
    private static readonly ModelView Model = new(
        ModelId.New(TimeProvider.System), "Churn", string.Empty, ProblemKind.Binary, "churned", 2,
        default, "usr_1", default);

    [Fact]
    public void Of_WhenMetricsDiffer_SaysWhichVersionIsBetter()
    {
        var first = VersionSample.Of() with
        {
            Metrics = VersionSample.Figures(("roc-auc", 0.8), ("log-loss", 0.4), ("f1", 0.5), ("brier", 0.1)),
        };
        var second = VersionSample.Of() with
        {
            Metrics = VersionSample.Figures(("roc-auc", 0.9), ("log-loss", 0.5), ("f1", 0.5)),
        };

        var metrics = ModelComparison.Of(Model, first, second).Metrics;

        metrics.Select(m => (m.Name, m.Better)).ShouldBe([("brier", 0), ("f1", 0), ("log-loss", 1), ("roc-auc", 2)]);
    }

    [Fact]
    public void Of_WhenColumnsAndParametersDiffer_ListsTheDifference()
    {
        var first = VersionSample.Of();
        var second = first with
        {
            Signature = first.Signature with { Inputs = [new("age", "number", []), new("city", "category", [])] },
            Parameters = first.Parameters.SetItem("max_depth", "4"),
            DatasetSha256 = new string('e', 64),
        };

        var compared = ModelComparison.Of(Model, first, second);

        compared.OnlyInFirst.ShouldBe(["plan"]);
        compared.OnlyInSecond.ShouldBe(["city"]);
        compared.Parameters.ShouldHaveSingleItem().ShouldBe(new ComparedParameter("max_depth", "6", "4"));
        compared.Parameters[0].Differs.ShouldBeTrue();
        compared.SameData.ShouldBeFalse();
    }
}
