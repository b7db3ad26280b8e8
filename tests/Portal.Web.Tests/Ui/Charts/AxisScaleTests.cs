using Portal.Web.Ui.Charts;

namespace Portal.Web.Tests.Ui.Charts;

public sealed class AxisScaleTests
{
    [Fact]
    public void Of_WhenGivenValues_EndsOnRoundNumbersAroundThem()
    {
        var axis = AxisScale.Of([0.73, 0.93]);

        axis.Min.ShouldBe(0.7, 1e-9);
        axis.Max.ShouldBe(0.95, 1e-9);
        axis.Ticks.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN })]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { 0.0 })]
    [InlineData(new[] { -1e9, 1e9 })]
    [InlineData(new[] { 1e-12, 2e-12 })]
    public void Of_WhenValuesAreOdd_StillIsAnAxis(double[] values)
    {
        var axis = AxisScale.Of(values);

        axis.Max.ShouldBeGreaterThan(axis.Min);
        axis.Ticks.Count.ShouldBeInRange(2, 12);
        values.Where(double.IsFinite).ShouldAllBe(v => axis.Percent(v) >= -1e-6 && axis.Percent(v) <= 100 + 1e-6);
    }

    [Fact]
    public void Of_WhenFromZero_BeginsAtZero() => AxisScale.Of([40, 90], fromZero: true).Min.ShouldBe(0);
}
