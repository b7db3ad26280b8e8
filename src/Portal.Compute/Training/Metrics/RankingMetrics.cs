namespace Portal.Compute.Training.Metrics;

/// <summary>Figures that depend on the order of the scores only.</summary>
internal static class RankingMetrics
{
    /// <summary>Area under the ROC curve by the Mann-Whitney statistic; NaN when a class is absent.</summary>
    public static double RocAuc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positive)
    {
        var (sorted, order) = Sort(scores);
        var (positives, rankSum) = (0L, 0.0);
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            var tied = 0;
            for (; end < sorted.Length && sorted[end] == sorted[i]; end++)
            {
                tied += positive[order[end]] ? 1 : 0;
            }

            // Ties share the mean of their ranks, which count from 1.
            rankSum += tied * ((i + 1 + end) / 2.0);
            positives += tied;
            i = end;
        }

        var negatives = sorted.Length - positives;
        return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    /// <summary>Average precision: sum over thresholds of (recall step) × precision; NaN without positives.</summary>
    public static double AveragePrecision(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positive)
    {
        var sum = 0.0;
        var before = 0L;
        var steps = Steps(scores, positive);
        foreach (var step in steps)
        {
            sum += (step.True - before) * ((double)step.True / (step.True + step.False));
            before = step.True;
        }

        return sum / steps[^1].True;
    }

    /// <summary>The curve at its distinct thresholds, thinned to <paramref name="most"/> points.</summary>
    public static IReadOnlyList<RocPoint> RocCurve(ReadOnlySpan<float> scores, ReadOnlySpan<bool> positive, int most)
    {
        var steps = Steps(scores, positive);
        var (positives, negatives) = ((double)steps[^1].True, (double)steps[^1].False);
        var wanted = Math.Min(most - 1, steps.Count);
        List<RocPoint> points = [new RocPoint(0, 0, null)];
        for (var i = 1; i <= wanted; i++)
        {
            var step = steps[(int)((long)i * steps.Count / wanted) - 1];
            points.Add(new RocPoint(step.False / negatives, step.True / positives, step.Score));
        }

        return points;
    }

    // Counts of rows at or above each distinct score, the highest first.
    private static List<(float Score, long True, long False)> Steps(
        ReadOnlySpan<float> scores, ReadOnlySpan<bool> positive)
    {
        var (sorted, order) = Sort(scores);
        List<(float, long, long)> steps = [];
        var (yes, no) = (0L, 0L);
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            (yes, no) = positive[order[i]] ? (yes + 1, no) : (yes, no + 1);
            if (i == 0 || sorted[i - 1] != sorted[i])
            {
                steps.Add((sorted[i], yes, no));
            }
        }

        return steps;
    }

    private static (float[] Sorted, int[] Order) Sort(ReadOnlySpan<float> scores)
    {
        var sorted = scores.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        return (sorted, order);
    }
}
