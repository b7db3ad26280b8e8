using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>What is kept of the numbers of a column.</summary>
internal sealed class NumericSketch(int sampleMax, ulong seed)
{
    public RunningMoments Moments { get; } = new();

    public ReservoirSample Sample { get; } = new(sampleMax, seed);

    public void Add(double value)
    {
        Moments.Add(value);
        Sample.Add(value);
    }

    public (NumericSummary Summary, Histogram Histogram) Summarise(bool isWhole)
    {
        var sorted = Sample.Sorted();
        var summary = new NumericSummary(
            Moments.Minimum,
            Moments.Maximum,
            Moments.Mean,
            Moments.StandardDeviation,
            Quantiles.OfSorted(sorted, 0.05),
            Quantiles.OfSorted(sorted, 0.25),
            Quantiles.OfSorted(sorted, 0.5),
            Quantiles.OfSorted(sorted, 0.75),
            Quantiles.OfSorted(sorted, 0.95),
            Sample.IsWhole);
        var edges = Histogram.EqualWidthEdges(Moments.Minimum, Moments.Maximum, isWhole);
        return (summary, Histogram.OfSample(edges, sorted, Moments.Count));
    }
}
