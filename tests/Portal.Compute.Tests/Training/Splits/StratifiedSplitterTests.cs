using FsCheck;
using FsCheck.Fluent;
using Portal.Compute.Training.Splits;

namespace Portal.Compute.Tests.Training.Splits;

public sealed class StratifiedSplitterTests
{
    [Fact]
    public void Next_GivesThePublishedSequence()
    {
        var random = new SplitMix64(1234567);

        ulong[] first = [random.Next(), random.Next(), random.Next()];

        first.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void Split_TakesTheSameShareOfEveryStratum()
    {
        var strata = Enumerable.Range(0, 1000).Select(i => i % 10 == 0 ? 1 : 0).ToArray();

        var (taken, others) = StratifiedSplitter.Split([.. Enumerable.Range(0, 1000)], strata, 0.2, 5);

        taken.Count(row => strata[row] == 1).ShouldBe(20);
        taken.Count(row => strata[row] == 0).ShouldBe(180);
        others.Length.ShouldBe(800);
    }

    [Fact]
    public void Split_LosesAndDoublesNoRow_WhateverTheStrata() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<int>(),
            (strata, seed) =>
            {
                var rows = strata.Select((_, i) => i * 2).ToArray();
                var (taken, others) = StratifiedSplitter.Split(
                    rows, Array.ConvertAll(strata, s => s % 3), 0.2, seed);
                return taken.Concat(others).Order().SequenceEqual(rows)
                    && taken.SequenceEqual(taken.Order()) && others.SequenceEqual(others.Order());
            }));

    [Fact]
    public void Split_DependsOnTheSeed()
    {
        int[] rows = [.. Enumerable.Range(0, 100)];

        var first = StratifiedSplitter.Split(rows, new int[100], 0.2, 1).Taken;

        StratifiedSplitter.Split(rows, new int[100], 0.2, 1).Taken.ShouldBe(first);
        StratifiedSplitter.Split(rows, new int[100], 0.2, 2).Taken.ShouldNotBe(first);
    }

    [Fact]
    public void ByQuantile_GivesTenthsOfTheOrder()
    {
        float[] values = [.. Enumerable.Range(0, 50).Select(i => (float)((i * 7) % 50))];

        var strata = StratifiedSplitter.ByQuantile(values);

        strata.GroupBy(stratum => stratum).ShouldAllBe(group => group.Count() == 5);
        strata[Array.IndexOf(values, 0f)].ShouldBe(0);
        strata[Array.IndexOf(values, 49f)].ShouldBe(9);
    }
}
