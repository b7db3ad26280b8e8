using Portal.Compute.Inference;

namespace Portal.Compute.Training;

/// <summary>Predicts the same for every row: the share of each class, or the mean.</summary>
internal static class PriorBaseline
{
    public static float[] Predict(PreparedData data)
    {
        var rows = data.Split.Development;
        var one = data.Plan.Problem is ProblemKind.Regression
            ? [(float)rows.Average(row => (double)data.Truth[row])]
            : Enumerable.Range(0, data.Plan.Classes.Count)
                .Select(index => (float)((double)rows.Count(row => (int)data.Truth[row] == index) / rows.Length))
                .ToArray();
        return [.. Enumerable.Repeat(one, data.Split.HoldOut.Length).SelectMany(values => values)];
    }
}
