using Portal.Grains.Approvals;

namespace Portal.Grains.Tests.Approvals;

public sealed class GateEvaluatorTests
{
    private static readonly Dictionary<string, double> Candidate = new() { ["roc-auc"] = 0.84, ["log-loss"] = 0.40 };

    [Theory]
    [InlineData("roc-auc", 0.84, true)]
    [InlineData("roc-auc", 0.85, false)]
    [InlineData("log-loss", 0.40, true)]
    [InlineData("log-loss", 0.39, false)]
    [InlineData("f1", 0.1, false)]
    public void Evaluate_WithThreshold_ComparesInTheMetricsOwnDirection(string metric, double threshold, bool passed) =>
        GateEvaluator.Evaluate(new(metric, threshold), Candidate, null).Passed.ShouldBe(passed);

    [Fact]
    public void Evaluate_WithNothingServed_Passes() =>
        GateEvaluator.Evaluate(new("roc-auc", null), Candidate, null).ShouldBe(new GateOutcome(true, 0.84, null, null));

    [Theory]
    [InlineData(0.83, true)]
    [InlineData(0.84, true)]
    [InlineData(0.86, false)]
    public void Evaluate_AgainstChampion_KeepsBothFigures(double champion, bool passed) =>
        GateEvaluator.Evaluate(
            new("roc-auc", null), Candidate, new("mdl_x/1", new Dictionary<string, double> { ["roc-auc"] = champion }))
            .ShouldBe(new GateOutcome(passed, 0.84, champion, "mdl_x/1"));

    [Fact]
    public void Evaluate_WhenChampionLacksTheMetric_Fails() =>
        GateEvaluator.Evaluate(new("roc-auc", null), Candidate, new("mdl_x/1", new Dictionary<string, double>()))
            .Passed.ShouldBeFalse();

    [Fact]
    public void Evaluate_WhenCandidateIsNotANumber_Fails() =>
        GateEvaluator.Evaluate(new("r2", 0), new Dictionary<string, double> { ["r2"] = double.NaN }, null)
            .Passed.ShouldBeFalse();
}
