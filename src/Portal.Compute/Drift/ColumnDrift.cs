using System.Collections.Immutable;
using Portal.Compute.Data;

namespace Portal.Compute.Drift;

/// <summary>How one column differs from its reference. Numbers are null where they could not be computed.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type in the reference.</param>
/// <param name="Verdict">The worse of the values' and the missing share's verdict.</param>
/// <param name="Reason">Why there is not enough data: one of <see cref="DriftReasons"/>; otherwise null.</param>
/// <param name="Test">"ks" or "chi-square".</param>
/// <param name="Statistic">D, or Pearson's sum.</param>
/// <param name="PValue">Of that test alone.</param>
/// <param name="AdjustedPValue">After Benjamini-Hochberg over all tests of the report; this one decides.</param>
/// <param name="Psi">Population stability index: the effect size that decides.</param>
/// <param name="JensenShannon">Distance, base 2, 0 to 1; for information.</param>
/// <param name="SignificanceLevel">Threshold of the adjusted p-value.</param>
/// <param name="PsiModerate">Threshold of a moderate effect.</param>
/// <param name="PsiLarge">Threshold of a large effect.</param>
/// <param name="ReferenceValues">Values in the reference, missing ones left out.</param>
/// <param name="CurrentValues">Values in the current data, missing ones left out.</param>
/// <param name="Missing">Change of the share of missing values.</param>
/// <param name="NewCategories">
/// Categories that the reference does not have, the most frequent first, at most 10.
/// </param>
/// <param name="NewCategoryShare">Share of current values that fall in any such category.</param>
/// <param name="Overlay">Both distributions; null when a side has no values.</param>
public sealed record ColumnDrift(
    string Name,
    ColumnType Type,
    DriftVerdict Verdict,
    string? Reason,
    string Test,
    double? Statistic,
    double? PValue,
    double? AdjustedPValue,
    double? Psi,
    double? JensenShannon,
    double SignificanceLevel,
    double PsiModerate,
    double PsiLarge,
    long ReferenceValues,
    long CurrentValues,
    MissingDrift Missing,
    ImmutableArray<CategoryCount> NewCategories,
    double NewCategoryShare,
    DistributionOverlay? Overlay);
