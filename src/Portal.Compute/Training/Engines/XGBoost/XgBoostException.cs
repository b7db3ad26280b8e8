namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>XGBoost reported an error.</summary>
public sealed class XgBoostException(string message) : Exception(message);
