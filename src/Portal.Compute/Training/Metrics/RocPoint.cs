namespace Portal.Compute.Training.Metrics;

/// <summary>A point of the ROC curve.</summary>
/// <param name="FalsePositiveRate">0 to 1.</param>
/// <param name="TruePositiveRate">0 to 1.</param>
/// <param name="Threshold">Rows with at least this probability count as positive; null at the origin.</param>
public sealed record RocPoint(double FalsePositiveRate, double TruePositiveRate, double? Threshold);
