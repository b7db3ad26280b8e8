using System.Collections.Immutable;
using Portal.Compute.Data;

namespace Portal.Compute.Drift;

/// <summary>Counts the levels of a column.</summary>
internal static class CategoryTally
{
    /// <summary>Levels that occur, the most frequent first, ties in ordinal order.</summary>
    public static ImmutableArray<CategoryCount> Of(CategoryColumn column)
    {
        var counts = new long[column.Levels.Length];
        foreach (var code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return
        [
            .. counts.Select((count, i) => new CategoryCount(column.Levels[i], count))
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Value, StringComparer.Ordinal),
        ];
    }
}
