namespace Portal.Compute.Training.Metrics;

/// <summary>Figures of a model; exactly one of the three is there.</summary>
public sealed record ModelMetrics(
    BinaryMetrics? Binary = null, MulticlassMetrics? Multiclass = null, RegressionMetrics? Regression = null)
{
    /// <summary>The single figures by their stable names, in a fixed order.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Scalars() => this switch
    {
        { Binary: { } b } =>
        [
            new("roc-auc", b.RocAuc), new("pr-auc", b.PrAuc), new("log-loss", b.LogLoss), new("accuracy", b.Accuracy),
            new("f1", b.F1), new("brier", b.Brier), new("calibration-error", b.CalibrationError),
        ],
        { Multiclass: { } m } =>
        [
            new("macro-f1", m.MacroF1), new("accuracy", m.Accuracy), new("log-loss", m.LogLoss),
            new("macro-roc-auc", m.MacroRocAuc),
        ],
        { Regression: { } r } => [new("rmse", r.Rmse), new("mae", r.Mae), new("r2", r.R2)],
        _ => [],
    };
}
