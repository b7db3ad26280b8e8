using System.Collections.Immutable;

namespace Portal.Compute.Numerics;

/// <summary>Counts of numbers in adjoining bins.</summary>
/// <param name="Edges">
/// One more than bins, ascending. Bin i is [edge i, edge i+1); the last one includes its end.
/// </param>
/// <param name="Counts">One a bin.</param>
/// <param name="IsExact">
/// False: scaled up from a sample; each bin's share is then off by about 0.5 % of all rows.
/// </param>
public sealed record Histogram(ImmutableArray<double> Edges, ImmutableArray<long> Counts, bool IsExact = true)
{
    /// <summary>Most bins that <see cref="EqualWidthEdges"/> makes.</summary>
    public const int BinsMax = 20;

    /// <summary>
    /// Edges of bins of one width from <paramref name="minimum"/> to <paramref name="maximum"/>; one bin a whole number
    /// when the values are whole and span fewer than 20.
    /// </summary>
    public static ImmutableArray<double> EqualWidthEdges(double minimum, double maximum, bool isWhole)
    {
        if (isWhole && maximum - minimum < BinsMax)
        {
            return [.. Enumerable.Range(0, (int)(maximum - minimum) + 2).Select(i => minimum - 0.5 + i)];
        }

        if (minimum == maximum)
        {
            return [minimum - 0.5, maximum + 0.5];
        }

        // Halves first: the width of the whole range can overflow.
        var width = (maximum / BinsMax) - (minimum / BinsMax);
        return [.. Enumerable.Range(0, BinsMax).Select(i => minimum + (width * i)), maximum];
    }

    /// <summary>Index of the bin of a value, outside values in the first or last bin.</summary>
    public static int BinOf(ReadOnlySpan<double> edges, double value)
    {
        var bins = edges.Length - 1;
        var width = (edges[bins] / bins) - (edges[0] / bins);
        var bin = width > 0 ? (int)Math.Clamp((value - edges[0]) / width, 0, bins - 1) : 0;

        // Division rounds: step to the bin whose edges hold the value.
        while (bin > 0 && value < edges[bin])
        {
            bin--;
        }

        while (bin < bins - 1 && value >= edges[bin + 1])
        {
            bin++;
        }

        return bin;
    }

    /// <summary>The histogram of a sample, scaled so that its counts sum up to <paramref name="total"/>.</summary>
    public static Histogram OfSample(ImmutableArray<double> edges, ReadOnlySpan<double> sample, long total)
    {
        var counts = new long[edges.Length - 1];
        foreach (var value in sample)
        {
            counts[BinOf(edges.AsSpan(), value)]++;
        }

        if (total == sample.Length)
        {
            return new Histogram(edges, [.. counts]);
        }

        // Cumulated rounding keeps the sum right.
        var (seen, given) = (0L, 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            seen += counts[i];
            var upTo = (long)Math.Round((double)seen / sample.Length * total);
            (counts[i], given) = (upTo - given, upTo);
        }

        return new Histogram(edges, [.. counts], IsExact: false);
    }
}
