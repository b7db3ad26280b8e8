namespace Portal.Web.Ui.Charts;

/// <summary>A point of a line.</summary>
public sealed record ChartPoint(double X, double Y);
