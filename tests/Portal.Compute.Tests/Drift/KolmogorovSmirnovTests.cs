using Portal.Compute.Drift;

namespace Portal.Compute.Tests.Drift;

public sealed class KolmogorovSmirnovTests
{
    // Exact values: lattice paths counted in whole numbers and divided as fractions (1/126, 97/105, 1542/1344005).
    [Theory]
    [InlineData("1 2 3 4 5", "6 7 8 9 10", 1.0, 0.007936507936507936)]
    [InlineData("1 3 5 7 9 11", "2 4 6 8", 0.3333333333333333, 0.9238095238095239)]
    [InlineData(
        "-1.73 -1.28 -0.82 -0.74 -0.56 -0.06 0.05 0.06 0.29 0.37 0.39 0.51 0.59 0.61 0.64 1.09 1.31 1.64 1.77 2.36",
        "0.3 0.7 0.8 0.9 1.2 1.4 1.7 1.9 2.1 2.2 2.6 3.0",
        0.6666666666666666,
        0.0011473171602784215)]
    public void Test_WhenSamplesAreSmall_IsExact(string first, string second, double statistic, double p)
    {
        var (d, value) = KolmogorovSmirnov.Test(Parse(first), Parse(second));

        d.ShouldBe(statistic, 1e-15);
        value.ShouldBe(p, p * 1e-12);
    }

    [Fact]
    public void Test_WhenSamplesDoNotOverlap_KeepsTheDigitsOfATinyProbability()
    {
        float[] first = [.. Enumerable.Range(0, 300).Select(i => (float)i)];
        float[] second = [.. Enumerable.Range(1_000, 300).Select(i => (float)i)];

        // 2 / C(600, 300): two of all orders separate the samples.
        KolmogorovSmirnov.Test(first, second).PValue.ShouldBe(1.4802978791996818e-179, 1e-189);
    }

    // Summed in extended length; 0.26999967... is also the value that scipy's documentation of kolmogorov(1) gives.
    [Theory]
    [InlineData(0.3, 0.9999906941986655)]
    [InlineData(0.5, 0.9639452436648751)]
    [InlineData(1.0, 0.26999967167735456)]
    [InlineData(1.3581, 0.0499996304316674)]
    [InlineData(2.0, 0.0006709252557796953)]
    public void AsymptoticTail_WhenZIsGiven_MatchesTheSeries(double z, double expected) =>
        KolmogorovSmirnov.AsymptoticTail(z).ShouldBe(expected, 1e-13);

    [Fact]
    public void Test_WhenBothWaysApply_TheyAgree()
    {
        float[] first = [.. Enumerable.Range(0, 500).Select(i => (float)i)];
        float[] second = [.. Enumerable.Range(0, 500).Select(i => i + 40.5f)];

        var (d, exact) = KolmogorovSmirnov.Test(first, second);

        KolmogorovSmirnov.AsymptoticTail(Math.Sqrt(250) * d).ShouldBe(exact, 0.01);
    }

    [Fact]
    public void Test_WhenSamplesAreTheSame_HasNoDistance()
    {
        var (d, p) = KolmogorovSmirnov.Test([1, 1, 2, 3], [1, 1, 2, 3]);

        d.ShouldBe(0);
        p.ShouldBe(1);
    }

    [Fact]
    public void Test_WhenThereAreTies_ComparesBehindThem() =>
        KolmogorovSmirnov.Test([0, 0, 0, 1], [0, 1, 1, 1]).Statistic.ShouldBe(0.5);

    private static float[] Parse(string values) =>
        [.. values.Split(' ').Select(v => float.Parse(v, System.Globalization.CultureInfo.InvariantCulture)).Order()];
}
