using Portal.Compute.Data;

namespace Portal.Compute.Drift;

/// <summary>Compares categories: chi-square test and stability index over one table of bins.</summary>
/// <remarks>
/// A category has its own bin when it makes up at least 1 % of a side and is among the 30 largest; the rest is one bin.
/// That depends on shares, not on numbers of rows, so that more of the same data does not change the stability index.
/// For the test, bins with an expected count below 5 on a side are pooled first (Cochran 1954); if the pool stays
/// below 5, it is left out.
/// </remarks>
internal static class CategoryComparison
{
    private const double OwnBinShare = 0.01;
    private const int BinsMax = 30;
    private const int NewMax = 10;
    private const double ExpectedMin = 5;

    /// <summary>Label of the bin of all categories without their own.</summary>
    public const string OtherLabel = "(other)";

    public static ColumnComparison Compare(ReferenceColumn.Categories reference, CategoryColumn current)
    {
        var now = CategoryTally.Of(current).ToDictionary(c => c.Value, c => c.Count, StringComparer.Ordinal);
        var before = reference.Counts.ToDictionary(c => c.Value, c => c.Count, StringComparer.Ordinal);
        var (n, m) = (reference.Count - reference.Missing, now.Values.Sum());
        var bins = before.Keys.Union(now.Keys)
            .Select(v => (Label: v, First: before.GetValueOrDefault(v), Second: now.GetValueOrDefault(v)))
            .Where(b => b.First >= OwnBinShare * n || b.Second >= OwnBinShare * m)
            .OrderByDescending(b => Share(b.First, n) + Share(b.Second, m))
            .ThenBy(b => b.Label, StringComparer.Ordinal)
            .Take(BinsMax)
            .OrderByDescending(b => b.First)
            .ThenByDescending(b => b.Second)
            .ThenBy(b => b.Label, StringComparer.Ordinal)
            .ToList();
        var (restFirst, restSecond) = (n - bins.Sum(b => b.First), m - bins.Sum(b => b.Second));
        if (restFirst + restSecond > 0)
        {
            bins.Add((OtherLabel, restFirst, restSecond));
        }

        long[] first = [.. bins.Select(b => b.First)];
        long[] second = [.. bins.Select(b => b.Second)];
        var (statistic, p) = TestPooled(first, second);
        var unseen = reference.OtherCount > 0
            ? []
            : now.Where(c => !before.ContainsKey(c.Key)).Select(c => new CategoryCount(c.Key, c.Value)).ToList();
        return new ColumnComparison(
            "chi-square",
            n,
            m,
            statistic,
            p,
            DistributionDistance.PopulationStability(first, second),
            DistributionDistance.JensenShannon(first, second),
            n == 0 || m == 0 ? null : new DistributionOverlay(
                [],
                [.. bins.Select(b => b.Label)],
                DistributionOverlay.Shares(first),
                DistributionOverlay.Shares(second)))
        {
            NewCategories =
            [
                .. unseen.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(NewMax),
            ],
            NewCount = unseen.Sum(c => c.Count),
        };
    }

    internal static (double Statistic, double PValue) TestPooled(long[] first, long[] second)
    {
        var (n, m) = ((double)first.Sum(), (double)second.Sum());
        var (keptFirst, keptSecond, poolFirst, poolSecond) = (new List<long>(), new List<long>(), 0L, 0L);
        for (var i = 0; i < first.Length; i++)
        {
            if (IsExpectedEnough(first[i] + second[i], n, m))
            {
                keptFirst.Add(first[i]);
                keptSecond.Add(second[i]);
            }
            else
            {
                poolFirst += first[i];
                poolSecond += second[i];
            }
        }

        if (IsExpectedEnough(poolFirst + poolSecond, n, m))
        {
            keptFirst.Add(poolFirst);
            keptSecond.Add(poolSecond);
        }

        return ChiSquareTest.Test([.. keptFirst], [.. keptSecond]);
    }

    private static bool IsExpectedEnough(long total, double n, double m) =>
        total * Math.Min(n, m) / (n + m) >= ExpectedMin;

    private static double Share(long count, long total) => total == 0 ? 0 : (double)count / total;
}
