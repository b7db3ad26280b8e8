namespace Portal.Compute.Training.Metrics;

/// <summary>Figures of a two-class model; classes are decided at probability one half.</summary>
/// <param name="RocAuc">Probability that a positive row ranks above a negative one, ties by half.</param>
/// <param name="PrAuc">Average precision: sum of precision times gain in recall over thresholds.</param>
/// <param name="LogLoss">Mean negative log-likelihood, natural logarithm.</param>
/// <param name="Accuracy">Share of rows decided right.</param>
/// <param name="F1">Of the positive class.</param>
/// <param name="Brier">Mean squared error of the probability.</param>
/// <param name="CalibrationError">Mean gap between predicted and observed, weighted by rows, over ten bins.</param>
/// <param name="Confusion">Counts; the positive class is the second.</param>
/// <param name="RocCurve">At most 100 points, from (0,0) to (1,1).</param>
/// <param name="Calibration">Ten equal bins of probability.</param>
public sealed record BinaryMetrics(
    double RocAuc,
    double PrAuc,
    double LogLoss,
    double Accuracy,
    double F1,
    double Brier,
    double CalibrationError,
    ConfusionMatrix Confusion,
    IReadOnlyList<RocPoint> RocCurve,
    IReadOnlyList<CalibrationBin> Calibration);
