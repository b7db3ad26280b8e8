using Portal.Compute.Data;
using Portal.Compute.Inference;

namespace Portal.Compute.Training;

/// <summary>Runs a graph on raw columns and compares it with the engine.</summary>
internal static class GraphProver
{
    private const double ProbabilityTolerance = 1e-5;
    private const double RelativeTolerance = 1e-4;
    private const int BatchRows = 4096;

    /// <summary>What the graph predicts: all classes row by row, or values.</summary>
    public static float[] Predict(byte[] onnx, ModelSignature signature, DataTable table, int[] rows)
    {
        using var runner = new ModelRunner(onnx, signature);
        var predictions = new List<float>();
        foreach (var part in rows.Chunk(BatchRows))
        {
            var result = runner.Run(Batch(signature, table, part));
            predictions.AddRange(signature.Problem is ProblemKind.Regression ? result.Values : result.Probabilities);
        }

        return [.. predictions];
    }

    /// <exception cref="TrainingFailedException">They differ by more than the tolerance.</exception>
    public static EqualityProof Compare(
        float[] graph, float[] engine, ModelSignature signature, TargetScale scale, int rows)
    {
        var isClass = signature.Problem is not ProblemKind.Regression;
        var tolerance = isClass ? ProbabilityTolerance : RelativeTolerance;
        var worst = graph.Length == engine.Length ? 0.0 : double.PositiveInfinity;
        for (var i = 0; i < Math.Min(graph.Length, engine.Length); i++)
        {
            var unit = isClass ? 1.0 : Math.Max(Math.Abs((double)engine[i]), scale.Deviation);
            var difference = Math.Abs((double)graph[i] - engine[i]) / unit;
            worst = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(worst, difference);
        }

        return worst <= tolerance
            ? new EqualityProof(rows, worst, tolerance)
            : throw new TrainingFailedException(
                TrainingFailedException.NotEqual,
                $"The exported graph differs from the engine by {worst:G3}; {tolerance:G1} is allowed.");
    }

    /// <summary>Rows of a table as a caller of the model would send them.</summary>
    public static InferenceBatch Batch(ModelSignature signature, DataTable table, int[] rows) => new(
        rows.Length,
        [
            .. signature.Inputs.Select(input => table[input.Name] switch
            {
                NumericColumn numbers => (InferenceColumn)new InferenceColumn.Numbers(
                    Array.ConvertAll(rows, row => numbers.Values[row])),
                CategoryColumn strings => new InferenceColumn.Texts(
                    Array.ConvertAll(rows, row => strings.ValueAt(row) ?? "")),
                var other => throw new NotSupportedException(other.GetType().Name),
            }),
        ]);
}
