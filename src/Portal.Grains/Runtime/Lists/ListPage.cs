namespace Portal.Grains.Runtime.Lists;

/// <summary>
/// One page of a list: <c>{items, next}</c>. <paramref name="Next"/> is the cursor of the next page, or null.
/// </summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>
    /// Cuts rows that were read with one more than the limit, and makes the cursor of the last row that stays.
    /// </summary>
    public static ListPage<T> Cut(IReadOnlyList<T> rows, int limit, Func<T, string> cursor) =>
        rows.Count <= limit ? new(rows, null) : new([.. rows.Take(limit)], cursor(rows[limit - 1]));
}
