namespace Portal.Grains.Runtime.Lists;

/// <summary>
/// What a list is asked for: <c>?limit=&amp;cursor=&amp;filter=</c>. A cursor is opaque to the caller.
/// </summary>
public sealed record ListQuery(int? Limit = null, string? Cursor = null, string? Filter = null)
{
    private const int LimitDefault = 50;
    private const int LimitMax = 200;

    /// <summary>How many rows to answer, 1 to 200; 50 when nothing was asked.</summary>
    public int Take => Math.Clamp(Limit ?? LimitDefault, 1, LimitMax);

    /// <summary>A pattern for <c>ilike</c> that finds the filter's text anywhere, literally.</summary>
    public string Pattern => string.IsNullOrWhiteSpace(Filter)
        ? "%"
        : $"%{Filter.Trim()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>
    /// The cursor as an id of newest-first lists; the greatest id when there is none or it is damaged.
    /// </summary>
    public Guid Before =>
        Guid.TryParseExact(Cursor, "N", out var id) ? id : new Guid(Enumerable.Repeat((byte)255, 16).ToArray());
}
