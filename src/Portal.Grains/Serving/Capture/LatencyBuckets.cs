using System.Collections.Immutable;

namespace Portal.Grains.Serving.Capture;

/// <summary>
/// The latency histogram of <c>request_minutes</c>: one count a bound, and one for all that is longer.
/// </summary>
public static class LatencyBuckets
{
    /// <summary>Upper bounds in milliseconds, inclusive.</summary>
    public static ImmutableArray<double> UpperBounds { get; } =
        [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 250, 500, 1_000, 2_500, 5_000, 10_000];

    /// <summary>Length of the histogram's array.</summary>
    public static int Count => UpperBounds.Length + 1;

    /// <summary>The bucket of a latency in milliseconds.</summary>
    public static int Of(double milliseconds)
    {
        for (var i = 0; i < UpperBounds.Length; i++)
        {
            if (milliseconds <= UpperBounds[i])
            {
                return i;
            }
        }

        return UpperBounds.Length;
    }

    /// <summary>
    /// The latency in milliseconds below which <paramref name="share"/> of the requests stayed, linear within a bucket;
    /// null without requests. The last bucket gives its lower bound.
    /// </summary>
    public static double? Quantile(IReadOnlyList<int> buckets, double share)
    {
        ArgumentNullException.ThrowIfNull(buckets);
        var wanted = share * buckets.Sum(b => (long)b);
        if (wanted <= 0)
        {
            return null;
        }

        var before = 0L;
        for (var i = 0; i < UpperBounds.Length; i++)
        {
            if (buckets[i] > 0 && before + buckets[i] >= wanted)
            {
                var lower = i == 0 ? 0 : UpperBounds[i - 1];
                return lower + ((UpperBounds[i] - lower) * (wanted - before) / buckets[i]);
            }

            before += buckets[i];
        }

        return UpperBounds[^1];
    }
}
