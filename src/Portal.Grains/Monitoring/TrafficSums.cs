using Portal.Grains.Serving.Capture;

namespace Portal.Grains.Monitoring;

/// <summary>Sums minutes to steps. Histograms are added first: a percentile is no mean of percentiles.</summary>
internal static class TrafficSums
{
    private const int PointsMax = 200;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1),
    ];

    /// <summary>The finest step that cuts the time into at most 200 points.</summary>
    public static TimeSpan StepOf(TimeSpan range) =>
        Steps.FirstOrDefault(s => range.Ticks <= s.Ticks * PointsMax, Steps[^1]);

    /// <summary>One point a step from the one that holds <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public static IReadOnlyList<TrafficPoint> ByStep(
        IEnumerable<MinuteRow> minutes, DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        var filled = minutes.GroupBy(m => Floor(m.Minute, step)).ToDictionary(g => g.Key, g => Sum(g.Key, g));
        var points = new List<TrafficPoint>();
        for (var at = Floor(from, step); at < to; at += step)
        {
            points.Add(filled.GetValueOrDefault(at) ?? Sum(at, []));
        }

        return points;
    }

    /// <summary>All of them together.</summary>
    public static TrafficPoint Sum(DateTimeOffset at, IEnumerable<MinuteRow> minutes)
    {
        var (requests, rows, refused, limited, failed) = (0L, 0L, 0L, 0L, 0L);
        var buckets = new int[LatencyBuckets.Count];
        foreach (var minute in minutes)
        {
            requests += minute.Requests;
            rows += minute.Rows;
            refused += minute.Refused;
            limited += minute.Limited;
            failed += minute.Failed;
            for (var i = 0; i < Math.Min(buckets.Length, minute.Buckets.Length); i++)
            {
                buckets[i] += minute.Buckets[i];
            }
        }

        return new(
            at, requests, rows, refused, limited, failed, LatencyBuckets.Quantile(buckets, 0.5),
            LatencyBuckets.Quantile(buckets, 0.95), LatencyBuckets.Quantile(buckets, 0.99));
    }

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan step) =>
        new(at.UtcTicks - (at.UtcTicks % step.Ticks), TimeSpan.Zero);
}
