namespace Portal.Compute.Training.Metrics;

/// <summary>Figures of a regression, in the target's unit.</summary>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="R2">Share of variance explained; negative when worse than the mean.</param>
/// <param name="Residuals">Quantiles of the residuals.</param>
public sealed record RegressionMetrics(double Rmse, double Mae, double R2, IReadOnlyList<ResidualQuantile> Residuals);
