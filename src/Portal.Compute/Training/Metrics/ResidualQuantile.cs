namespace Portal.Compute.Training.Metrics;

/// <summary>A quantile of actual minus predicted, in the target's unit.</summary>
public sealed record ResidualQuantile(double Probability, double Residual);
