using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Charts;

/// <summary>One or more lines over a common axis: rounds, times, a ROC curve.</summary>
public sealed partial class LineChart
{
    private const int HitsMax = 200;

    private AxisScale _x = AxisScale.Fixed(0, 1);
    private AxisScale _y = AxisScale.Fixed(0, 1);

    /// <summary>What the chart shows.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The lines, at most six of them told apart.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Keeps the title for screen readers.</summary>
    [Parameter]
    public bool HideTitle { get; set; }

    /// <summary>What runs along.</summary>
    [Parameter]
    public string? XLabel { get; set; }

    /// <summary>What runs up.</summary>
    [Parameter]
    public string? YLabel { get; set; }

    /// <summary>Writes a value of the horizontal axis; for times, X is seconds since 1970.</summary>
    [Parameter]
    public Func<double, string> XText { get; set; } = Figure.Short;

    /// <summary>Writes a value of the vertical axis.</summary>
    [Parameter]
    public Func<double, string> YText { get; set; } = Figure.Short;

    /// <summary>The horizontal axis, where it is not to follow the data.</summary>
    [Parameter]
    public AxisScale? X { get; set; }

    /// <summary>The vertical axis, where it is not to follow the data.</summary>
    [Parameter]
    public AxisScale? Y { get; set; }

    /// <summary>The vertical axis begins at zero.</summary>
    [Parameter]
    public bool FromZero { get; set; }

    /// <summary>A level to compare with, such as a threshold.</summary>
    [Parameter]
    public double? Guide { get; set; }

    /// <summary>Draws the line from corner to corner.</summary>
    [Parameter]
    public bool Diagonal { get; set; }

    /// <summary>Pixels of the plot.</summary>
    [Parameter]
    public int Height { get; set; } = 200;

    private ChartPoint[] Points => [.. Series.SelectMany(s => s.Points)];

    private string[] Names => [.. Series.Select(s => s.Name)];

    private double[] Along => [.. Points.Select(p => p.X).Distinct().Order()];

    private IEnumerable<IReadOnlyList<string>> Rows => Along.Select(IReadOnlyList<string> (x) =>
        [XText(x), .. Series.Select(s => At(s, x) is { } y ? YText(y) : "–")]);

    private IEnumerable<(double Left, double Width, string Text)> Hits
    {
        get
        {
            var along = Along;
            if (along.Length > HitsMax)
            {
                yield break;
            }

            for (var i = 0; i < along.Length; i++)
            {
                var left = i == 0 ? 0 : _x.Percent((along[i - 1] + along[i]) / 2);
                var right = i == along.Length - 1 ? 100 : _x.Percent((along[i] + along[i + 1]) / 2);
                var values = Series.Select(s => At(s, along[i]) is { } y ? $"{s.Name}: {YText(y)}" : null);
                yield return (left, right - left, $"{XText(along[i])}\n{string.Join('\n', values.OfType<string>())}");
            }
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var points = Points;
        _x = X ?? Tight(AxisScale.Of(points.Select(p => p.X)), points);
        var heights = points.Select(p => p.Y);
        _y = Y ?? AxisScale.Of(Guide is { } guide ? heights.Append(guide) : heights, fromZero: FromZero);
    }

    private static double? At(ChartSeries series, double x)
    {
        foreach (var point in series.Points)
        {
            if (point.X.Equals(x))
            {
                return point.Y;
            }
        }

        return null;
    }

    // Along the axis no room is given away for round ends: ticks outside the data are dropped.
    private static AxisScale Tight(AxisScale scale, ChartPoint[] points)
    {
        if (points.Length < 2)
        {
            return scale;
        }

        var (low, high) = (points.Min(p => p.X), points.Max(p => p.X));
        return high > low ? new AxisScale(low, high, [.. scale.Ticks.Where(t => t >= low && t <= high)]) : scale;
    }

    private string Path(ChartSeries series) => string.Join(
        ' ',
        series.Points
            .Where(p => double.IsFinite(p.Y))
            .Select(p => $"{AxisScale.Css(_x.Percent(p.X))},{AxisScale.Css(100 - _y.Percent(p.Y))}"));
}
