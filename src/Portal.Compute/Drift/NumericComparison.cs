using System.Collections.Immutable;
using Portal.Compute.Data;
using Portal.Compute.Numerics;

namespace Portal.Compute.Drift;

/// <summary>Compares numbers: KS test, stability index over bins of the reference.</summary>
internal static class NumericComparison
{
    private const int QuantileBins = 10;
    private const int FewValues = 20;

    public static ColumnComparison Compare(ReferenceColumn.Numeric reference, NumericColumn current)
    {
        var values = current.Values.Where(v => !float.IsNaN(v)).ToArray();
        Array.Sort(values);
        var sample = reference.Sample.AsSpan();
        if (sample.IsEmpty || values.Length == 0)
        {
            return new ColumnComparison("ks", sample.Length, values.Length, 0, 1, 0, 0, null);
        }

        var (statistic, p) = KolmogorovSmirnov.Test(sample, values);
        var bounds = InnerBounds(sample);
        var (first, second) = (Count(sample, bounds), Count(values, bounds));
        return new ColumnComparison(
            "ks",
            sample.Length,
            values.Length,
            statistic,
            p,
            DistributionDistance.PopulationStability(first, second),
            DistributionDistance.JensenShannon(first, second),
            Overlay(sample, values, reference.Type));
    }

    /// <summary>
    /// Bounds between bins, each bin (bound i-1, bound i]: the reference's deciles; with at most 20 distinct values one
    /// bin a value, and open bins for what lies below and above all of them.
    /// </summary>
    internal static float[] InnerBounds(ReadOnlySpan<float> sorted)
    {
        var distinct = new List<float>();
        foreach (var value in sorted)
        {
            if (distinct.Count == 0 || distinct[^1] != value)
            {
                distinct.Add(value);
                if (distinct.Count > FewValues)
                {
                    return Deciles(sorted);
                }
            }
        }

        return [MathF.BitDecrement(distinct[0]), .. distinct];
    }

    private static float[] Deciles(ReadOnlySpan<float> sorted)
    {
        var bounds = new List<float>();
        for (var i = 1; i < QuantileBins; i++)
        {
            // The smallest value with at least i tenths of the sample at or below it.
            var bound = sorted[(int)((((long)sorted.Length * i) + QuantileBins - 1) / QuantileBins) - 1];
            if (bounds.Count == 0 || bounds[^1] != bound)
            {
                bounds.Add(bound);
            }
        }

        return [.. bounds];
    }

    private static long[] Count(ReadOnlySpan<float> sorted, float[] bounds)
    {
        var counts = new long[bounds.Length + 1];
        var bin = 0;
        foreach (var value in sorted)
        {
            while (bin < bounds.Length && value > bounds[bin])
            {
                bin++;
            }

            counts[bin]++;
        }

        return counts;
    }

    /// <summary>
    /// Bins of one width over the middle 99 % of both sides, so that an outlier does not flatten the chart.
    /// </summary>
    private static DistributionOverlay Overlay(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ColumnType type)
    {
        var low = Math.Min(At(first, 0.005), At(second, 0.005));
        var high = Math.Max(At(first, 0.995), At(second, 0.995));
        var edges = Histogram.EqualWidthEdges(low, high, type == ColumnType.Integer);
        return new DistributionOverlay(edges, [], Shares(edges, first), Shares(edges, second));
    }

    private static float At(ReadOnlySpan<float> sorted, double q) => sorted[(int)Math.Round(q * (sorted.Length - 1))];

    private static ImmutableArray<double> Shares(ImmutableArray<double> edges, ReadOnlySpan<float> values)
    {
        var counts = new long[edges.Length - 1];
        foreach (var value in values)
        {
            counts[Histogram.BinOf(edges.AsSpan(), value)]++;
        }

        return DistributionOverlay.Shares(counts);
    }
}
