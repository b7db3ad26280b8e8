namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>One round of boosting.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Train">Metric on the rows that the trees are grown on.</param>
/// <param name="Validation">Metric on the rows kept for early stopping; null without them.</param>
public sealed record BoostingRound(int Round, double Train, double? Validation);
