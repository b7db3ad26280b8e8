using Portal.Compute.Data;
using Portal.Compute.Training;
using Portal.Compute.Training.Splits;

namespace Portal.Compute.Tests.Training;

public sealed class HoldOutTests
{
    [Fact]
    public void Train_WhenHoldOutRowsChange_GivesTheSameModelAndOtherFigures()
    {
        var table = SyntheticTables.Binary();
        var spoiled = Spoil(table, HoldOut(table));

        var model = Train.Model(table, "bought");
        var other = Train.Model(spoiled, "bought");

        other.Onnx.ShouldBe(model.Onnx);
        other.Report.BestRound.ShouldBe(model.Report.BestRound);
        other.Report.HoldOut.Binary!.RocAuc.ShouldNotBe(model.Report.HoldOut.Binary!.RocAuc);
    }

    [Fact]
    public void Train_WhenOneOtherRowChanges_GivesAnotherModel()
    {
        var table = SyntheticTables.Binary();
        var development = Enumerable.Range(0, table.RowCount).Except(HoldOut(table)).Take(1).ToArray();

        Train.Model(Spoil(table, development), "bought").Onnx.ShouldNotBe(Train.Model(table, "bought").Onnx);
    }

    private static int[] HoldOut(DataTable table)
    {
        var labels = Array.ConvertAll(table.Category("bought").Codes, code => (float)code);
        return RowSplit.Of(
            [.. Enumerable.Range(0, table.RowCount)], labels, isClass: true, seed: 1, new TrainingOptions()).HoldOut;
    }

    // New numbers, new categories, new missing values; the target stays, for it decides the split.
    private static DataTable Spoil(DataTable table, int[] rows)
    {
        var age = table.Numeric("age").Values.ToArray();
        var income = table.Numeric("yearly income").Values.ToArray();
        var colour = table.Category("label").Codes.ToArray();
        foreach (var row in rows)
        {
            age[row] = 200 - age[row];
            income[row] = float.NaN;
            colour[row] = 3;
        }

        return new DataTable(
        [
            new NumericColumn("age", age, ColumnType.Integer), new NumericColumn("yearly income", income),
            new CategoryColumn("label", [.. table.Category("label").Levels, "violet"], colour), table["bought"],
        ]);
    }
}
