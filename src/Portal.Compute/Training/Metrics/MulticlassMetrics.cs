namespace Portal.Compute.Training.Metrics;

/// <summary>Figures of a model of three or more classes.</summary>
/// <param name="Accuracy">Share of rows decided right.</param>
/// <param name="MacroF1">Unweighted mean of each class's F1; 0 for a class never predicted.</param>
/// <param name="LogLoss">Mean negative log-likelihood, natural logarithm.</param>
/// <param name="MacroRocAuc">Unweighted mean of each class against the rest.</param>
/// <param name="Confusion">Counts.</param>
public sealed record MulticlassMetrics(
    double Accuracy, double MacroF1, double LogLoss, double MacroRocAuc, ConfusionMatrix Confusion);
