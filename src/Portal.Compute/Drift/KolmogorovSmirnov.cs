namespace Portal.Compute.Drift;

/// <summary>The two-sample Kolmogorov-Smirnov test, two-sided.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>Up to this product of sizes the p-value is exact.</summary>
    private const long ExactProductMax = 250_000;

    private const int TermsMax = 100;

    /// <summary>D = sup |F1 - F2| and its p-value.</summary>
    /// <param name="first">Ascending, not empty, no NaN.</param>
    /// <param name="second">Ascending, not empty, no NaN.</param>
    /// <remarks>
    /// The p-value is exact while the product of the sizes is at most 250,000, asymptotic beyond. With ties both are
    /// conservative: the true p-value is at most the one given.
    /// </remarks>
    public static (double Statistic, double PValue) Test(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (n, m) = ((long)first.Length, (long)second.Length);
        var scaled = ScaledDistance(first, second);
        var statistic = scaled / ((double)n * m);
        var p = n * m <= ExactProductMax
            ? ExactTail((int)n, (int)m, scaled)
            : AsymptoticTail(Math.Sqrt((double)n / (n + m) * m) * statistic);
        return (statistic, Math.Clamp(p, 0, 1));
    }

    /// <summary>
    /// Q(z) = 2 sum (-1)^(k-1) exp(-2 k^2 z^2), the limit of P(sqrt(nm/(n+m)) D >= z). Smirnov, 1948.
    /// </summary>
    public static double AsymptoticTail(double z)
    {
        if (z <= 0)
        {
            return 1;
        }

        if (z < 1.18)
        {
            // The same function by Jacobi's identity; the alternating series converges slowly here.
            var below = 0.0;
            for (var k = 1; k <= TermsMax; k++)
            {
                var odd = (2 * k) - 1;
                below += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * z * z));
            }

            return 1 - (Math.Sqrt(2 * Math.PI) / z * below);
        }

        var sum = 0.0;
        for (var k = 1; k <= TermsMax; k++)
        {
            var term = Math.Exp(-2.0 * k * k * z * z);
            sum += k % 2 == 1 ? term : -term;
        }

        return 2 * sum;
    }

    /// <summary>
    /// P(n m D >= scaled) when every order of the pooled values is equally likely: the share of lattice paths from
    /// (0,0)
    /// to (n,m) that touch |i m - j n| >= scaled (Hodges 1958). Only positive terms are added, so that small
    /// probabilities keep their digits.
    /// </summary>
    internal static double ExactTail(int n, int m, long scaled)
    {
        // touched[j]: the probability for paths to (i, j), row by row in i.
        var touched = new double[m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                if (Math.Abs(((long)i * m) - ((long)j * n)) >= scaled)
                {
                    touched[j] = 1;
                    continue;
                }

                var steps = (double)i + j;
                var fromLeft = i > 0 ? i / steps * touched[j] : 0;
                var fromBelow = j > 0 ? j / steps * touched[j - 1] : 0;
                touched[j] = fromLeft + fromBelow;
            }
        }

        return touched[m];
    }

    /// <summary>n m D as a whole number: max |i m - j n| over the values where both have passed their ties.</summary>
    private static long ScaledDistance(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (i, j, largest) = (0, 0, 0L);
        while (i < first.Length && j < second.Length)
        {
            var value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] <= value)
            {
                i++;
            }

            while (j < second.Length && second[j] <= value)
            {
                j++;
            }

            largest = Math.Max(largest, Math.Abs(((long)i * second.Length) - ((long)j * first.Length)));
        }

        return largest;
    }
}
