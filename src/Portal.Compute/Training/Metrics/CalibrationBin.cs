namespace Portal.Compute.Training.Metrics;

/// <summary>Rows whose predicted probability lies in one tenth.</summary>
/// <param name="From">Lower end, included.</param>
/// <param name="To">Upper end, excluded but for 1.</param>
/// <param name="Rows">Rows in it; empty bins are not listed.</param>
/// <param name="MeanPredicted">Mean predicted probability.</param>
/// <param name="ShareObserved">Share of rows that are positive.</param>
public sealed record CalibrationBin(double From, double To, int Rows, double MeanPredicted, double ShareObserved);
