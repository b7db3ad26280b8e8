using FsCheck;
using FsCheck.Fluent;
using Portal.Compute.Drift;

namespace Portal.Compute.Tests.Drift;

public sealed class StatisticsTests
{
    // Sums are exact fractions; tails are closed forms: erfc for 1 degree, exp(-x/2) for 2, exp(-x/2)(1 + x/2) for 4.
    // The second case is also the example in the documentation of scipy's chi2_contingency.
    [Theory]
    [InlineData("90 10", "70 30", 12.5, 0.0004069520174449589)]
    [InlineData("10 20 30", "6 9 17", 0.2715746515040352, 0.873028283380073)]
    [InlineData("50 30 12 5 3", "20 40 22 10 8", 21.16628469569646, 0.00029351214120120335)]
    public void ChiSquare_WhenCountsAreGiven_MatchesTheClosedForm(string first, string second, double sum, double p)
    {
        var (statistic, value) = ChiSquareTest.Test(Parse(first), Parse(second));

        statistic.ShouldBe(sum, 1e-12);
        value.ShouldBe(p, p * 1e-9);
    }

    [Fact]
    public void ChiSquare_WhenOneColumnIsLeft_SaysNothing() =>
        ChiSquareTest.Test([5, 0], [9, 0]).ShouldBe((0, 1));

    // By hand: sum (p - q) ln(p / q).
    [Theory]
    [InlineData("20 30 50", "30 30 40", 0.06286086594223739)]
    [InlineData("50 50 0", "40 40 20", 1.5640491119253044)]
    [InlineData("20 30 50", "2 3 5", 0)]
    public void PopulationStability_WhenCountsAreGiven_MatchesTheSum(string first, string second, double psi)
    {
        DistributionDistance.PopulationStability(Parse(first), Parse(second)).ShouldBe(psi, 1e-12);
        DistributionDistance.PopulationStability(Parse(second), Parse(first)).ShouldBe(psi, 1e-12);
    }

    [Theory]
    [InlineData("20 30 50", "30 30 40", 0.10619851439230635)]
    [InlineData("1 0", "0 1", 1)]
    [InlineData("1 2", "2 4", 0)]
    public void JensenShannon_WhenCountsAreGiven_MatchesTheSum(string first, string second, double distance) =>
        DistributionDistance.JensenShannon(Parse(first), Parse(second)).ShouldBe(distance, 1e-9);

    [Fact]
    public void Adjust_WhenThePaperSExampleIsGiven_RejectsFour()
    {
        // Benjamini and Hochberg 1995, section 4: at 0.05 the first four of 15 hypotheses are rejected.
        double[] p =
        [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
            0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
        ];

        var adjusted = BenjaminiHochberg.Adjust(p);

        adjusted.Count(a => a <= 0.05).ShouldBe(4);
        adjusted[0].ShouldBe(0.0015, 1e-12);
        adjusted[3].ShouldBe(0.0095 * 15 / 4, 1e-12);
    }

    [Fact]
    public void Adjust_WhateverThePValues_NeverRejectsMoreThanRawAndKeepsTheirOrder() =>
        Prop.ForAll(
            Gen.Choose(0, 10_000).Select(v => v / 10_000.0).ArrayOf().ToArbitrary(),
            values =>
            {
                var adjusted = BenjaminiHochberg.Adjust(values);
                var pairs = values.Zip(adjusted).OrderBy(v => v.First).ToList();
                return values.Zip(adjusted).All(v => v.Second >= v.First && v.Second <= 1)
                    && pairs.Zip(pairs.Skip(1)).All(p => p.First.Second <= p.Second.Second + 1e-15);
            }).QuickCheckThrowOnFailure();

    private static long[] Parse(string values) =>
        [.. values.Split(' ').Select(v => long.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
}
