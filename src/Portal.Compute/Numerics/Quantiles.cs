namespace Portal.Compute.Numerics;

/// <summary>Quantiles of sorted values.</summary>
public static class Quantiles
{
    /// <summary>
    /// The quantile <paramref name="q"/> in [0, 1], linear between the two nearest values (Hyndman and Fan type 7, the
    /// default of R and NumPy). NaN when there are no values.
    /// </summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double q)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var at = q * (sorted.Length - 1);
        var low = (int)Math.Floor(at);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
