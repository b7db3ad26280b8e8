using System.Collections.Immutable;
using Portal.Compute.Data;

namespace Portal.Compute.Drift;

/// <summary>The numbers of one column before the verdict, which needs all columns' p-values.</summary>
internal sealed record ColumnComparison(
    string Test,
    long ReferenceValues,
    long CurrentValues,
    double Statistic,
    double PValue,
    double Psi,
    double JensenShannon,
    DistributionOverlay? Overlay)
{
    public ImmutableArray<CategoryCount> NewCategories { get; init; } = [];

    public long NewCount { get; init; }
}
