using System.Collections.Immutable;

namespace Portal.Grains.Models;

/// <summary>What a training found out about a version, for people to look at.</summary>
public sealed record VersionReport
{
    /// <summary>The headline figure's name.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric of <see cref="Curve"/>.</summary>
    public required string CurveMetric { get; init; }

    /// <summary>Every round of the run with early stopping.</summary>
    public required ImmutableArray<ReportRound> Curve { get; init; }

    /// <summary>Rounds that the model has.</summary>
    public required int BestRound { get; init; }

    /// <summary>Columns, the most important first; shares of 0 to 1.</summary>
    public required ImmutableArray<ReportImportance> Importance { get; init; }

    /// <summary>Simpler predictors on the same rows: their figures by name.</summary>
    public required ImmutableArray<ReportBaseline> Baselines { get; init; }

    /// <summary>Columns that were not learned from, each with the code of its reason.</summary>
    public required ImmutableArray<ReportLeftOut> LeftOut { get; init; }

    /// <summary>Rows that trees were grown on.</summary>
    public required int TrainRows { get; init; }

    /// <summary>Rows that decided when to stop.</summary>
    public required int ValidationRows { get; init; }

    /// <summary>Rows that the figures come from.</summary>
    public required int HoldOutRows { get; init; }

    /// <summary>The largest difference between the graph and the engine.</summary>
    public required double ProofDifference { get; init; }

    /// <summary>The difference that was allowed.</summary>
    public required double ProofTolerance { get; init; }

    /// <summary>Actual against predicted classes; null for numbers.</summary>
    public ReportConfusion? Confusion { get; init; }

    /// <summary>From (0,0) to (1,1); empty unless there are two classes.</summary>
    public ImmutableArray<ReportRocPoint> Roc { get; init; } = [];

    /// <summary>Tenths of predicted probability; empty unless there are two classes.</summary>
    public ImmutableArray<ReportCalibration> Calibration { get; init; } = [];

    /// <summary>Quantiles of actual minus predicted; empty unless a number is predicted.</summary>
    public ImmutableArray<ReportResidual> Residuals { get; init; } = [];
}

/// <summary>One round of boosting.</summary>
public sealed record ReportRound(int Round, double Train, double? Validation);

/// <summary>How much a column mattered, 0 to 1.</summary>
public sealed record ReportImportance(string Column, double Share);

/// <summary>A simpler predictor: <c>prior</c> or <c>tree-depth-2</c>.</summary>
public sealed record ReportBaseline(string Kind, ImmutableSortedDictionary<string, double> Metrics);

/// <summary>A column that was left out and why.</summary>
public sealed record ReportLeftOut(string Column, string Reason);

/// <summary>Counts; the first index is the actual class, the second the predicted one.</summary>
public sealed record ReportConfusion(ImmutableArray<string> Classes, ImmutableArray<ImmutableArray<long>> Counts);

/// <summary>A point of the ROC curve.</summary>
public sealed record ReportRocPoint(double FalsePositiveRate, double TruePositiveRate);

/// <summary>Rows whose predicted probability lies between <paramref name="From"/> and <paramref name="To"/>.</summary>
public sealed record ReportCalibration(double From, double To, int Rows, double MeanPredicted, double ShareObserved);

/// <summary>A quantile of the residuals, in the target's unit.</summary>
public sealed record ReportResidual(double Probability, double Residual);
