using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Compute.Numerics;

namespace Portal.Compute.Tests.Numerics;

public sealed class NumericsTests
{
    [Fact]
    public void SplitMix64_WhenSeeded_GivesThePublishedSequence()
    {
        // Published check values for seed 1234567.
        var random = new SplitMix64(1_234_567);

        random.Next().ShouldBe(6_457_827_717_110_365_317UL);
        random.Next().ShouldBe(3_203_168_211_198_807_973UL);
        random.Next().ShouldBe(9_817_491_932_198_370_423UL);
    }

    [Fact]
    public void RunningMoments_WhenTheMeanIsLarge_KeepsTheVariance()
    {
        var moments = new RunningMoments();
        foreach (var value in (double[])[1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        {
            moments.Add(value);
        }

        // The classic example: the sample variance is exactly 30.
        moments.StandardDeviation.ShouldBe(Math.Sqrt(30), 1e-9);
        moments.Mean.ShouldBe(1e9 + 10);
    }

    [Fact]
    public void ReservoirSample_WhenTheStreamIsLong_IsUniform()
    {
        var sample = new ReservoirSample(1_000, 5);
        for (var i = 0; i < 1_000_000; i++)
        {
            sample.Add(i);
        }

        var sorted = sample.Sorted();

        sorted.Length.ShouldBe(1_000);
        sorted.Distinct().Count().ShouldBe(1_000);
        // A decile of 1,000 draws holds 100 with a standard deviation of 9.5.
        for (var decile = 0; decile < 10; decile++)
        {
            sorted.Count(v => (int)(v / 100_000) == decile).ShouldBeInRange(60, 140);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void HyperLogLog_WhenValuesAreDistinct_IsWithinFiveErrors(int count)
    {
        var counter = new HyperLogLog();
        for (var i = 0; i < count; i++)
        {
            counter.Add(ByteHash.Of(Encoding.ASCII.GetBytes($"value-{i}")));
            counter.Add(ByteHash.Of(Encoding.ASCII.GetBytes($"value-{i / 2}")));
        }

        ((double)counter.Estimate()).ShouldBe(count, count * 5 * 0.016);
    }

    [Fact]
    public void ByteHash_WhenOneByteDiffers_Differs()
    {
        var seen = new HashSet<ulong>();
        for (var length = 0; length < 40; length++)
        {
            for (var at = 0; at < Math.Max(1, length); at++)
            {
                var bytes = new byte[length];
                bytes.AsSpan(at, Math.Min(1, length)).Fill(1);
                seen.Add(ByteHash.Of(bytes)).ShouldBeTrue($"length {length}, byte {at}");
            }
        }
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1.0, 4)]
    public void Quantiles_WhenSorted_InterpolateAsType7(double q, double expected) =>
        Quantiles.OfSorted([1, 2, 3, 4], q).ShouldBe(expected, 1e-12);

    [Fact]
    public void Histogram_WhateverTheValues_CountsEachInTheBinThatHoldsIt() =>
        Prop.ForAll(
            Gen.Choose(-1_000_000, 1_000_000).Select(v => v / 997.0).NonEmptyListOf().ToArbitrary(),
            values =>
            {
                var edges = Histogram.EqualWidthEdges(values.Min(), values.Max(), isWhole: false);
                return Histogram.OfSample(edges, values.ToArray(), values.Count).Counts.Sum() == values.Count
                    && values.All(v =>
                    {
                        var bin = Histogram.BinOf(edges.AsSpan(), v);
                        return v >= edges[bin] && (v < edges[bin + 1] || bin == edges.Length - 2);
                    });
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Histogram_WhenWholeNumbersAreFew_HasABinEach() =>
        Histogram.EqualWidthEdges(1, 3, isWhole: true).ShouldBe([0.5, 1.5, 2.5, 3.5]);

    [Fact]
    public void Histogram_WhenScaledUp_KeepsTheTotal()
    {
        var edges = Histogram.EqualWidthEdges(0, 2, isWhole: true);

        var histogram = Histogram.OfSample(edges, [0, 0, 1], 100);

        histogram.Counts.ShouldBe([67, 33, 0]);
        histogram.IsExact.ShouldBeFalse();
    }
}
