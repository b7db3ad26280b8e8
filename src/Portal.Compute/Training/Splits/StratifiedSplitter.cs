namespace Portal.Compute.Training.Splits;

/// <summary>Takes a share of rows at random, the same share of each stratum.</summary>
internal static class StratifiedSplitter
{
    private const int QuantileStrata = 10;

    /// <summary>Splits rows in two; both parts come in ascending order.</summary>
    /// <param name="rows">Rows to split.</param>
    /// <param name="strata">Stratum of each of these rows.</param>
    /// <param name="share">Share to take, above 0 and below 1; at least one row of a stratum with two.</param>
    /// <param name="seed">Decides which.</param>
    public static (int[] Taken, int[] Others) Split(int[] rows, int[] strata, double share, long seed)
    {
        var random = new SplitMix64(seed);
        List<int> taken = [];
        List<int> rest = [];
        var groups = rows.Zip(strata).GroupBy(pair => pair.Second, pair => pair.First).OrderBy(group => group.Key);
        foreach (var group in groups)
        {
            var members = group.ToArray();
            random.Shuffle(members);
            var count = (int)Math.Round(members.Length * share, MidpointRounding.AwayFromZero);
            count = members.Length < 2 ? 0 : Math.Clamp(count, 1, members.Length - 1);
            taken.AddRange(members[..count]);
            rest.AddRange(members[count..]);
        }

        return ([.. taken.Order()], [.. rest.Order()]);
    }

    /// <summary>Strata for a numeric target: tenths of its order.</summary>
    public static int[] ByQuantile(ReadOnlySpan<float> values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(values.ToArray(), order);
        var strata = new int[values.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            strata[order[rank]] = (int)((long)rank * QuantileStrata / order.Length);
        }

        return strata;
    }
}
