namespace Portal.Web.Ui.Charts;

/// <summary>A line with its name; points in the order of X.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);
