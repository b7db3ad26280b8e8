using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void Train_WhenTargetHasTwoValues_GraphEqualsEngineAndBeatsBaselines()
    {
        var report = Train.Model(SyntheticTables.Binary(), "bought").Report;

        report.Proof.Rows.ShouldBe(120);
        report.Proof.MaxDifference.ShouldBeLessThanOrEqualTo(1e-5);
        report.Signature.Classes.ShouldBe(["No", "Yes"]);
        report.HoldOut.Binary!.RocAuc.ShouldBeGreaterThan(0.7);
        report.Baselines[0].HoldOut.Binary!.RocAuc.ShouldBe(0.5);
        report.HoldOut.Binary.LogLoss.ShouldBeLessThan(report.Baselines[0].HoldOut.Binary!.LogLoss);
    }

    [Fact]
    public void Train_WhenTargetHasThreeValues_GraphEqualsEngine()
    {
        var report = Train.Model(SyntheticTables.Multiclass(), "size").Report;

        report.Signature.Problem.ShouldBe(ProblemKind.Multiclass);
        report.Proof.MaxDifference.ShouldBeLessThanOrEqualTo(1e-5);
        report.HoldOut.Multiclass!.Accuracy.ShouldBeGreaterThan(report.Baselines[0].HoldOut.Multiclass!.Accuracy);
    }

    [Fact]
    public void Train_WhenTargetIsANumber_GraphEqualsEngineInTheTargetsUnit()
    {
        var report = Train.Model(SyntheticTables.Regression(), "price").Report;

        report.Signature.Problem.ShouldBe(ProblemKind.Regression);
        report.Proof.Tolerance.ShouldBe(1e-4);
        report.HoldOut.Regression!.R2.ShouldBeGreaterThan(0.9);
        Math.Abs(report.Baselines[0].HoldOut.Regression!.R2).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Train_WhenRepeated_GivesTheSameBytes_AlsoWithAnotherNumberOfThreads()
    {
        var table = SyntheticTables.Binary();
        var first = Train.Model(table, "bought", 3, new TrainingOptions { Threads = 1 });
        var second = Train.Model(table, "bought", 3, new TrainingOptions { Threads = 2 });

        second.Onnx.ShouldBe(first.Onnx);
        Train.Model(table, "bought", 4).Onnx.ShouldNotBe(first.Onnx);
    }

    [Fact]
    public void Train_WhenValidationStopsImproving_StopsEarlyAndCutsBack()
    {
        var report = Train.Model(
            SyntheticTables.Binary(), "bought", options: new TrainingOptions { Patience = 5 }).Report;

        report.Curve.Count.ShouldBe(report.BestRound + 5);
        report.Curve[report.BestRound - 1].Validation.ShouldBe(report.Curve.Min(round => round.Validation));
    }

    [Fact]
    public void Train_WhenCancelledBetweenRounds_Throws()
    {
        using var source = new CancellationTokenSource();
        var observer = new CancelAfter(3, source);

        Should.Throw<OperationCanceledException>(() => Trainer.Train(
            SyntheticTables.Binary(), new TrainingRequest { Target = "bought" }, observer, source.Token));
        observer.Rounds.ShouldBe(3);
    }

    [Fact]
    public void Train_WhenAColumnHasManyCategories_UsesMeansLearnedWithoutTheRowItself()
    {
        var report = Train.Model(SyntheticTables.ManyCategories(), "bought").Report;

        report.Importance[0].Column.ShouldBe("city");
        report.HoldOut.Binary!.RocAuc.ShouldBeGreaterThan(0.7);
        var city = report.Signature.Inputs.Single(input => input.Name == "city");
        city.Levels.Count.ShouldBe(200);
        city.LevelsComplete.ShouldBeFalse();
        // With a row's own target in its mean, training would look far better than validation.
        var best = report.Curve[report.BestRound - 1];
        (best.Validation!.Value - best.Train).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Train_WhenRowsLackATarget_LeavesThemOutAndCountsThem()
    {
        var table = SyntheticTables.Binary();
        var codes = table.Category("bought").Codes.Select((code, i) => i % 10 == 0 ? -1 : code).ToArray();
        var holed = new DataTable(
            [.. table.Columns.Take(3), new CategoryColumn("bought", ["No", "Yes"], codes, ColumnType.Boolean)]);

        var rows = Train.Model(holed, "bought").Report.Rows;

        rows.WithoutTarget.ShouldBe(60);
        (rows.Train + rows.Validation + rows.HoldOut).ShouldBe(540);
    }

    [Fact]
    public void Train_WhenTargetHasOneValue_RefusesWithItsCode()
    {
        var table = new DataTable(
        [
            new NumericColumn("x", [.. Enumerable.Range(0, 100).Select(i => (float)(i % 7))]),
            new CategoryColumn("y", ["a"], new int[100]),
        ]);

        Trainer.Train(table, new TrainingRequest { Target = "y" })
            .ShouldBeOfType<TrainingOutcome.Refused>().Refusals.Single().Code.ShouldBe("target-single-value");
    }

    [Fact]
    public void Train_ImportanceSharesSumToOne()
    {
        var importance = Train.Model(SyntheticTables.Regression(), "price").Report.Importance;

        importance.Sum(column => column.Share).ShouldBe(1, 1e-9);
        importance.Select(column => column.Column).ShouldBe(["age", "yearly income", "label"], ignoreOrder: true);
    }

    private sealed class CancelAfter(int rounds, CancellationTokenSource source) : ITrainingObserver
    {
        public int Rounds { get; private set; }

        public void OnStage(TrainingStage stage)
        {
        }

        public void OnRound(BoostingRound round, int roundsMax)
        {
            if (++Rounds == rounds)
            {
                source.Cancel();
            }
        }

        public void OnLog(string line)
        {
        }
    }
}
