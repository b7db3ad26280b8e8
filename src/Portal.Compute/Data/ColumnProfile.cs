using System.Collections.Immutable;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>What a file holds in one column.</summary>
/// <param name="Name">The trimmed header.</param>
/// <param name="Type">Inferred, or as overridden.</param>
/// <param name="DateFormat">For dates, the format that fits.</param>
/// <param name="Count">Rows, missing ones included.</param>
/// <param name="Missing">Missing tokens, and values that do not fit an overridden type.</param>
/// <param name="Distinct">Distinct values as written, missing ones left out.</param>
/// <param name="DistinctIsExact">False: an estimate with a standard error of 1.6 %.</param>
/// <param name="LooksLikeId">Nearly every value is different and none measures anything: not a feature.</param>
/// <param name="Numeric">For Integer, Number and Date, when there is any value; otherwise null.</param>
/// <param name="Histogram">For Integer, Number and Date; at most 20 bins of one width.</param>
/// <param name="Top">The most frequent values, at most 50; empty when the column has too many to count each.</param>
/// <param name="Issues">What a person should know.</param>
public sealed record ColumnProfile(
    string Name,
    ColumnType Type,
    string? DateFormat,
    long Count,
    long Missing,
    long Distinct,
    bool DistinctIsExact,
    bool LooksLikeId,
    NumericSummary? Numeric,
    Histogram? Histogram,
    ImmutableArray<CategoryCount> Top,
    ImmutableArray<ColumnIssue> Issues)
{
    /// <summary>True when there is at most one value: nothing to learn from.</summary>
    public bool IsConstant => Distinct <= 1;
}
