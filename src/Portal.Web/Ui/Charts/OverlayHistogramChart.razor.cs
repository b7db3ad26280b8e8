using System.Text;
using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Charts;

/// <summary>Two distributions over each other, each as shares of its own sum, on the same bins.</summary>
public sealed partial class OverlayHistogramChart
{
    private AxisScale _x = AxisScale.Fixed(0, 1);
    private AxisScale _y = AxisScale.Fixed(0, 1);
    private IReadOnlyList<HistogramBin> _before = [];
    private IReadOnlyList<HistogramBin> _now = [];

    /// <summary>What the chart shows.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The distribution to compare with.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HistogramBin> Before { get; set; }

    /// <summary>The distribution of now.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HistogramBin> Now { get; set; }

    /// <summary>The name of <see cref="Before"/>, such as "Training".</summary>
    [Parameter, EditorRequired]
    public required string BeforeName { get; set; }

    /// <summary>The name of <see cref="Now"/>, such as "Last 24 hours".</summary>
    [Parameter, EditorRequired]
    public required string NowName { get; set; }

    /// <summary>Keeps the title for screen readers.</summary>
    [Parameter]
    public bool HideTitle { get; set; }

    /// <summary>What runs along.</summary>
    [Parameter]
    public string? XLabel { get; set; }

    /// <summary>Pixels of the plot.</summary>
    [Parameter]
    public int Height { get; set; } = 160;

    private IEnumerable<IReadOnlyList<string>> Rows => (_before.Count > 0 ? _before : _now)
        .Select(IReadOnlyList<string> (bin) =>
            [Figure.Short(bin.From), Figure.Short(bin.To), ShareAt(_before, bin), ShareAt(_now, bin)]);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        (_before, _now) = (Shares(Before), Shares(Now));
        HistogramBin[] all = [.. _before, .. _now];
        if (all.Length > 0)
        {
            _x = HistogramAxis.Along(all);
            _y = AxisScale.Of(all.Select(b => b.Count), ticks: 3, fromZero: true);
        }
    }

    private static IReadOnlyList<HistogramBin> Shares(IReadOnlyList<HistogramBin> bins)
    {
        var sum = bins.Sum(b => b.Count);
        return sum > 0 ? [.. bins.Select(b => b with { Count = b.Count / sum })] : [];
    }

    private static string ShareAt(IReadOnlyList<HistogramBin> bins, HistogramBin like) =>
        bins.FirstOrDefault(b => b.From.Equals(like.From)) is { } bin ? Figure.Percent(bin.Count) : "–";

    private string Tip(HistogramBin bin) =>
        $"{Figure.Short(bin.From)} – {Figure.Short(bin.To)}\n"
        + $"{BeforeName}: {ShareAt(_before, bin)}\n{NowName}: {ShareAt(_now, bin)}";

    private string Outline(IReadOnlyList<HistogramBin> bins)
    {
        var path = new StringBuilder("M").Append(Along(bins[0].From)).Append(",100");
        foreach (var bin in bins)
        {
            var top = AxisScale.Css(100 - _y.Percent(bin.Count));
            path.Append('L').Append(Along(bin.From)).Append(',').Append(top)
                .Append('L').Append(Along(bin.To)).Append(',').Append(top);
        }

        return path.Append('L').Append(Along(bins[^1].To)).Append(",100Z").ToString();
    }

    private string Along(double value) => AxisScale.Css(_x.Percent(value));
}
