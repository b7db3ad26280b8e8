using Portal.Compute.Data;
using Portal.Compute.Drift;
using Portal.Compute.Inference;
using Portal.Compute.Training;

namespace Portal.Grains.Training.Execution;

/// <summary>
/// Makes the reference that later requests are compared with: the model's inputs over all rows with a target, and its
/// output over the rows that training never saw, since a model is surer of rows that it was trained on.
/// </summary>
internal static class ReferenceBuilder
{
    private const int BatchRows = 4_096;

    public static ReferenceProfile Build(DataTable table, TrainedModel model)
    {
        var signature = model.Report.Signature;
        var rows = RowsWith(table[signature.Target]);
        var options = new ReferenceOptions { Seed = (ulong)model.Report.Seed };
        var inputs = new DataTable(signature.Inputs.Select(i => table[i.Name])).Take(rows);
        var output = Output(inputs, model, Positions(rows, model.HoldOut));
        var ofInputs = ReferenceProfile.Create(inputs, options);
        return ofInputs with
        {
            Columns = ofInputs.Columns.AddRange(ReferenceProfile.Create(new DataTable([output]), options).Columns),
        };
    }

    private static int[] RowsWith(DataColumn target) => target switch
    {
        NumericColumn numbers => [.. Enumerable.Range(0, numbers.RowCount).Where(r => !float.IsNaN(numbers.Values[r]))],
        CategoryColumn words => [.. Enumerable.Range(0, words.RowCount).Where(r => words.Codes[r] >= 0)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int[] Positions(int[] rows, IReadOnlyList<int> wanted)
    {
        var set = wanted.ToHashSet();
        return [.. Enumerable.Range(0, rows.Length).Where(i => set.Contains(rows[i]))];
    }

    private static DataColumn Output(DataTable inputs, TrainedModel model, int[] rows)
    {
        var signature = model.Report.Signature;
        using var runner = new ModelRunner(model.Onnx, signature);
        List<float> numbers = [];
        List<string> labels = [];
        for (var at = 0; at < rows.Length; at += BatchRows)
        {
            var batch = rows.AsSpan(at, Math.Min(BatchRows, rows.Length - at));
            var result = runner.Run(new InferenceBatch(
                batch.Length, [.. inputs.Take(batch).Columns.Select(ToInput)]));
            labels.AddRange(result.Labels);
            numbers.AddRange(signature.Problem is ProblemKind.Binary
                ? result.Probabilities.Where((_, i) => i % 2 == 1)
                : result.Values);
        }

        if (signature.Problem is not ProblemKind.Multiclass)
        {
            return new NumericColumn(ReferenceOutput.Column, [.. numbers]);
        }

        string[] levels = [.. signature.Classes.Order(StringComparer.Ordinal)];
        return new CategoryColumn(
            ReferenceOutput.Column, levels,
            [.. labels.Select(l => Array.BinarySearch(levels, l, StringComparer.Ordinal))]);
    }

    private static InferenceColumn ToInput(DataColumn column) => column switch
    {
        NumericColumn numbers => new InferenceColumn.Numbers(numbers.Values),
        CategoryColumn words => new InferenceColumn.Texts(
            [.. Enumerable.Range(0, words.RowCount).Select(r => words.ValueAt(r) ?? string.Empty)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
