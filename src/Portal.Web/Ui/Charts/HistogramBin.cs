namespace Portal.Web.Ui.Charts;

/// <summary>A bin of a histogram, its upper end outside; the count may be a share.</summary>
public sealed record HistogramBin(double From, double To, double Count);
