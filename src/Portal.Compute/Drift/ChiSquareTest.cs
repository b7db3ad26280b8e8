using MathNet.Numerics;

namespace Portal.Compute.Drift;

/// <summary>Pearson's chi-square test of a 2 x k table of counts, without continuity correction.</summary>
public static class ChiSquareTest
{
    /// <summary>
    /// Sum of (O - E)^2 / E over both rows, and P(chi-square with k - 1 degrees of freedom >= it). Columns that are
    /// empty in both rows do not count; (0, 1) when fewer than two remain or a row is empty.
    /// </summary>
    public static (double Statistic, double PValue) Test(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var (n, m, used) = (0.0, 0.0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            n += first[i];
            m += second[i];
            used += first[i] + second[i] > 0 ? 1 : 0;
        }

        if (used < 2 || n == 0 || m == 0)
        {
            return (0, 1);
        }

        var statistic = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var total = (double)(first[i] + second[i]);
            if (total > 0)
            {
                var (expectedFirst, expectedSecond) = (total * (n / (n + m)), total * (m / (n + m)));
                statistic += Square(first[i] - expectedFirst) / expectedFirst;
                statistic += Square(second[i] - expectedSecond) / expectedSecond;
            }
        }

        return (statistic, Tail(statistic, used - 1));
    }

    /// <summary>P(chi-square with that many degrees of freedom >= x) = Q(df / 2, x / 2).</summary>
    public static double Tail(double x, int degrees) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, x / 2);

    private static double Square(double x) => x * x;
}
