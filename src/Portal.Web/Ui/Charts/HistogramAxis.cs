namespace Portal.Web.Ui.Charts;

/// <summary>The horizontal axis under bins: from the first edge to the last, with the round ticks between.</summary>
internal static class HistogramAxis
{
    public static AxisScale Along(IReadOnlyList<HistogramBin> bins)
    {
        var (low, high) = (bins.Min(b => b.From), bins.Max(b => b.To));
        var round = AxisScale.Of([low, high]);
        return high > low
            ? new AxisScale(low, high, [.. round.Ticks.Where(t => t >= low && t <= high)])
            : round;
    }
}
