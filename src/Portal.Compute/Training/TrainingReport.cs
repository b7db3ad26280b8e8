using Portal.Compute.Inference;
using Portal.Compute.Training.Engines.XGBoost;
using Portal.Compute.Training.Metrics;
using Portal.Compute.Training.Planning;

namespace Portal.Compute.Training;

/// <summary>What is known of a trained model; made to be stored as JSON.</summary>
public sealed record TrainingReport
{
    public required ModelSignature Signature { get; init; }

    /// <summary>Name of the headline figure: <c>roc-auc</c>, <c>macro-f1</c> or <c>rmse</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Figures on the hold-out rows, computed from what the graph predicts.</summary>
    public required ModelMetrics HoldOut { get; init; }

    /// <summary>Simpler predictors on the same rows.</summary>
    public required IReadOnlyList<BaselineReport> Baselines { get; init; }

    /// <summary>Source columns, the most important first; the shares sum to 1 unless no split was made.</summary>
    public required IReadOnlyList<ColumnImportance> Importance { get; init; }

    /// <summary>Every round of the run with early stopping.</summary>
    public required IReadOnlyList<BoostingRound> Curve { get; init; }

    /// <summary>Metric of the curve: <c>logloss</c>, <c>mlogloss</c> or <c>rmse</c> (in standard deviations).</summary>
    public required string CurveMetric { get; init; }

    /// <summary>Rounds that the model has.</summary>
    public required int BestRound { get; init; }

    public required IReadOnlyList<LeftOutColumn> LeftOut { get; init; }

    public required RowCounts Rows { get; init; }

    public required EqualityProof Proof { get; init; }

    public required string Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string RuntimeVersion { get; init; }

    public required long Seed { get; init; }

    /// <summary>Parameters as the engine was given them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>SHA-256 of the graph, lower-case hexadecimal.</summary>
    public required string OnnxSha256 { get; init; }
}
