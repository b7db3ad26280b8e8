namespace Portal.Compute.Drift;

/// <summary>Distances between two distributions over the same bins.</summary>
public static class DistributionDistance
{
    /// <summary>What an empty bin's share counts as in the stability index.</summary>
    public const double EmptyShare = 1e-4;

    /// <summary>
    /// Population stability index: sum (p - q) ln(p / q), shares of empty bins set to 1e-4, bins empty on both sides
    /// left
    /// out. Symmetric, not negative. Siddiqi, Credit Risk Scorecards, 2006, with the usual marks 0.1 and 0.25.
    /// </summary>
    public static double PopulationStability(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        var (n, m) = (Total(first, second), Total(second, first));
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] + second[i] > 0 && n > 0 && m > 0)
            {
                var p = first[i] == 0 ? EmptyShare : first[i] / n;
                var q = second[i] == 0 ? EmptyShare : second[i] / m;
                sum += (p - q) * Math.Log(p / q);
            }
        }

        return sum;
    }

    /// <summary>
    /// Jensen-Shannon distance: the square root of the mean of both divergences from the middle, base 2. From 0, the
    /// same, to 1, nothing in common. Lin, IEEE Trans. Inf. Theory 37 (1991) 145.
    /// </summary>
    public static double JensenShannon(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        var (n, m) = (Total(first, second), Total(second, first));
        if (n == 0 || m == 0)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var (p, q) = (first[i] / n, second[i] / m);
            var middle = (p + q) / 2;
            sum += (p > 0 ? p * Math.Log2(p / middle) : 0) + (q > 0 ? q * Math.Log2(q / middle) : 0);
        }

        return Math.Sqrt(Math.Clamp(sum / 2, 0, 1));
    }

    private static double Total(ReadOnlySpan<long> counts, ReadOnlySpan<long> others)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(others.Length, counts.Length);
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
