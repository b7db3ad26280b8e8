using System.Collections.Immutable;

namespace Portal.Compute.Drift;

/// <summary>Two distributions over the same bins, to be drawn over each other.</summary>
/// <param name="Edges">
/// For numbers: one more than bins; values outside are in the first or last bin. Else empty.
/// </param>
/// <param name="Labels">For categories: one a bin. Else empty.</param>
/// <param name="Reference">Shares of the reference, summing to 1 (to 0 when it has no values).</param>
/// <param name="Current">Shares of the current data, summing to 1 (to 0 when it has no values).</param>
public sealed record DistributionOverlay(
    ImmutableArray<double> Edges,
    ImmutableArray<string> Labels,
    ImmutableArray<double> Reference,
    ImmutableArray<double> Current)
{
    internal static ImmutableArray<double> Shares(IReadOnlyCollection<long> counts)
    {
        var total = (double)counts.Sum();
        return [.. counts.Select(c => total == 0 ? 0 : c / total)];
    }
}
