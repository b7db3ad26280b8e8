namespace Portal.Compute.Training.Metrics;

/// <summary>Measures a regression.</summary>
internal static class RegressionEvaluation
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static RegressionMetrics Measure(float[] predicted, float[] actual)
    {
        var residuals = actual.Zip(predicted, (truth, guess) => (double)truth - guess).ToArray();
        var mean = actual.Average(value => (double)value);
        var squared = residuals.Sum(residual => residual * residual);
        var total = actual.Sum(value => (value - mean) * (value - mean));
        var sorted = residuals.Order().ToArray();
        return new RegressionMetrics(
            Math.Sqrt(squared / residuals.Length),
            residuals.Average(Math.Abs),
            total == 0 ? 0 : 1 - (squared / total),
            [.. Probabilities.Select(p => new ResidualQuantile(p, Quantile(sorted, p)))]);
    }

    // Linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    private static double Quantile(double[] sorted, double probability)
    {
        var at = (sorted.Length - 1) * probability;
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
