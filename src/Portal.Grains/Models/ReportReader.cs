using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Portal.Compute.Training;
using Portal.Compute.Training.Metrics;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Models;

/// <summary>Stored training reports: the trainer's own record as JSON.</summary>
internal static class ReportReader
{
    /// <summary>The report that is stored with a version.</summary>
    public static async Task<TrainingReport> ReadAsync(Stream stored, CancellationToken cancel) =>
        await JsonSerializer.DeserializeAsync<TrainingReport>(stored, PortalJson.Options, cancel)
        ?? throw new UnreachableException("A stored report is never null.");

    /// <summary>The report as it is shown.</summary>
    public static VersionReport Show(TrainingReport report)
    {
        var (binary, multiclass, regression) = report.HoldOut;
        return new()
        {
            Metric = report.Metric,
            CurveMetric = report.CurveMetric,
            Curve = [.. report.Curve.Select(r => new ReportRound(r.Round, r.Train, r.Validation))],
            BestRound = report.BestRound,
            Importance = [.. report.Importance.Select(c => new ReportImportance(c.Column, c.Share))],
            Baselines = [.. report.Baselines.Select(b => new ReportBaseline(
                b.Kind, b.HoldOut.Scalars().ToImmutableSortedDictionary(StringComparer.Ordinal)))],
            LeftOut = [.. report.LeftOut.Select(c => new ReportLeftOut(c.Name, c.Reason))],
            TrainRows = report.Rows.Train,
            ValidationRows = report.Rows.Validation,
            HoldOutRows = report.Rows.HoldOut,
            ProofDifference = report.Proof.MaxDifference,
            ProofTolerance = report.Proof.Tolerance,
            Confusion = Show(binary?.Confusion ?? multiclass?.Confusion),
            Roc = [.. (binary?.RocCurve ?? []).Select(p => new ReportRocPoint(
                p.FalsePositiveRate, p.TruePositiveRate))],
            Calibration = [.. (binary?.Calibration ?? []).Select(b => new ReportCalibration(
                b.From, b.To, b.Rows, b.MeanPredicted, b.ShareObserved))],
            Residuals = [.. (regression?.Residuals ?? []).Select(q => new ReportResidual(q.Probability, q.Residual))],
        };
    }

    private static ReportConfusion? Show(ConfusionMatrix? matrix) => matrix is null
        ? null
        : new([.. matrix.Classes], [.. matrix.Counts.Select(row => row.ToImmutableArray())]);
}
