using Portal.Compute.Inference;

namespace Portal.Compute.Training.Metrics;

/// <summary>Measures predictions of any kind of problem.</summary>
internal static class ModelEvaluation
{
    /// <param name="problem">Which figures.</param>
    /// <param name="classes">In the order of the probabilities.</param>
    /// <param name="predictions">Probabilities of all classes row by row, or values.</param>
    /// <param name="labels">Index of the class, or the value.</param>
    public static ModelMetrics Measure(
        ProblemKind problem, IReadOnlyList<string> classes, float[] predictions, float[] labels) => problem switch
        {
            ProblemKind.Binary => new ModelMetrics(Binary: BinaryEvaluation.Measure(
                classes,
                predictions.Where((_, i) => i % 2 == 1).ToArray(),
                Array.ConvertAll(labels, label => label == 1f))),
            ProblemKind.Multiclass => new ModelMetrics(Multiclass: MulticlassEvaluation.Measure(
                classes, predictions, Array.ConvertAll(labels, label => (int)label))),
            ProblemKind.Regression => new ModelMetrics(Regression: RegressionEvaluation.Measure(predictions, labels)),
        };
}
