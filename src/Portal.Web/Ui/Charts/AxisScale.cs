using System.Globalization;

namespace Portal.Web.Ui.Charts;

/// <summary>An axis: its ends on round numbers, its ticks, and where a value lies on it, 0 to 100.</summary>
public sealed record AxisScale(double Min, double Max, IReadOnlyList<double> Ticks)
{
    /// <summary>
    /// An axis that holds <paramref name="values"/> with about <paramref name="ticks"/> steps of 1, 2, 2.5 or 5 times a
    /// power of ten. Values that are no numbers are passed over; without any, the axis is 0 to 1.
    /// </summary>
    public static AxisScale Of(IEnumerable<double> values, int ticks = 4, bool fromZero = false)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        if (fromZero)
        {
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        }

        if (high - low <= Math.Abs(high) * 1e-12)
        {
            high = low + (low == 0 ? 1 : Math.Abs(low) * 0.1);
        }

        var step = Step((high - low) / ticks);
        var (first, last) = (Math.Floor(low / step + 1e-9), Math.Ceiling(high / step - 1e-9));
        var marks = new List<double>();
        for (var i = first; i <= last; i++)
        {
            marks.Add(i * step);
        }

        return new AxisScale(first * step, last * step, marks);
    }

    /// <summary>An axis with the given ends.</summary>
    public static AxisScale Fixed(double min, double max, int ticks = 4) =>
        new(min, max, [.. Enumerable.Range(0, ticks + 1).Select(i => min + (max - min) * i / ticks)]);

    /// <summary>Where <paramref name="value"/> lies, in percent of the axis.</summary>
    public double Percent(double value) => (value - Min) / (Max - Min) * 100;

    /// <summary>A coordinate or length as SVG and CSS want it.</summary>
    public static string Css(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power / (1 + 1e-9);
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10);
    }
}
