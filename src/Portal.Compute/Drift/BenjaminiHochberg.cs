namespace Portal.Compute.Drift;

/// <summary>Correction of p-values for the number of tests by the false discovery rate.</summary>
/// <remarks>Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289.</remarks>
public static class BenjaminiHochberg
{
    /// <summary>
    /// Adjusted p-values in the order given: min over ranks j >= i of p_(j) m / j, at most 1. Rejecting those at most q
    /// keeps the expected share of false rejections at q. Never below the raw p-value.
    /// </summary>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var adjusted = new double[values.Count];
        var least = 1.0;
        for (var rank = values.Count; rank >= 1; rank--)
        {
            var index = order[rank - 1];
            least = Math.Min(least, values[index] * values.Count / rank);
            adjusted[index] = Math.Max(least, values[index]);
        }

        return adjusted;
    }
}
