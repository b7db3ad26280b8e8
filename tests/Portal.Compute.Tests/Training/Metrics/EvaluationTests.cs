using Portal.Compute.Training.Metrics;

namespace Portal.Compute.Tests.Training.Metrics;

/// <summary>Expected values were computed apart, from the definitions, by brute force over all pairs.</summary>
public sealed class EvaluationTests
{
    private static readonly float[] Scores = [.9f, .8f, .8f, .7f, .6f, .55f, .4f, .3f, .3f, .1f];
    private static readonly bool[] Truth = [true, true, false, true, false, true, false, false, true, false];

    [Fact]
    public void Binary_AgreesWithReference()
    {
        var metrics = BinaryEvaluation.Measure(["no", "yes"], Scores, Truth);

        metrics.RocAuc.ShouldBe(0.72, 1e-12);
        metrics.PrAuc.ShouldBe(0.7277777777777777, 1e-12);
        metrics.LogLoss.ShouldBe(0.5985578543663129, 1e-6);
        metrics.Brier.ShouldBe(0.20925, 1e-6);
        metrics.F1.ShouldBe(0.7272727272727273, 1e-12);
        metrics.Accuracy.ShouldBe(0.7, 1e-12);
        metrics.CalibrationError.ShouldBe(0.295, 1e-6);
        metrics.Confusion.Counts.ShouldBe([[3L, 2L], [1L, 4L]]);
    }

    [Fact]
    public void RocCurve_AreaByTrapezesIsTheAuc()
    {
        var curve = BinaryEvaluation.Measure(["no", "yes"], Scores, Truth).RocCurve;

        var area = curve.Zip(curve.Skip(1)).Sum(pair =>
            (pair.Second.FalsePositiveRate - pair.First.FalsePositiveRate)
            * (pair.First.TruePositiveRate + pair.Second.TruePositiveRate) / 2);
        area.ShouldBe(0.72, 1e-12);
        curve[^1].ShouldBe(new RocPoint(1, 1, .1f));
    }

    [Fact]
    public void RocCurve_WhenThereAreManyThresholds_HasAtMostAHundredPoints()
    {
        var scores = Enumerable.Range(0, 5000).Select(i => i / 5000f).ToArray();

        var curve = RankingMetrics.RocCurve(scores, [.. scores.Select((_, i) => i % 3 == 0)], 100);

        curve.Count.ShouldBe(100);
        (curve[^1].FalsePositiveRate, curve[^1].TruePositiveRate).ShouldBe((1, 1));
    }

    [Fact]
    public void RocAuc_WhenAllScoresAreEqual_IsOneHalf() =>
        RankingMetrics.RocAuc([.3f, .3f, .3f], [true, false, true]).ShouldBe(0.5);

    [Fact]
    public void Multiclass_AgreesWithReference()
    {
        float[] probabilities =
            [.7f, .2f, .1f, .1f, .8f, .1f, .2f, .2f, .6f, .5f, .3f, .2f, .3f, .4f, .3f, .2f, .5f, .3f];

        var metrics = MulticlassEvaluation.Measure(["a", "b", "c"], probabilities, [0, 1, 2, 1, 0, 2]);

        metrics.Accuracy.ShouldBe(0.5, 1e-12);
        metrics.MacroF1.ShouldBe(0.5222222222222223, 1e-12);
        metrics.LogLoss.ShouldBe(0.7837604219994568, 1e-6);
        metrics.MacroRocAuc.ShouldBe(0.8541666666666666, 1e-12);
    }

    [Fact]
    public void Regression_AgreesWithReference()
    {
        var metrics = RegressionEvaluation.Measure([2.5f, 0, 2, 8], [3, -.5f, 2, 7]);

        metrics.Rmse.ShouldBe(0.6123724356957945, 1e-12);
        metrics.Mae.ShouldBe(0.5, 1e-12);
        metrics.R2.ShouldBe(0.9486081370449679, 1e-12);
        metrics.Residuals.Single(quantile => quantile.Probability == 0.5).Residual.ShouldBe(-0.25, 1e-12);
    }
}
