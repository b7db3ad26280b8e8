using System.Collections.Immutable;
using System.Text.Json;
using Portal.Compute.Inference;
using Portal.Compute.Training;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Tenancy.Primitives;
using ModelSignature = Portal.Grains.Models.ModelSignature;
using ProblemKind = Portal.Grains.Models.ProblemKind;

namespace Portal.Grains.Training.Execution;

/// <summary>Makes the version of what a worker trained.</summary>
internal static class TrainedVersion
{
    public static TrainingReport Read(byte[] report) =>
        JsonSerializer.Deserialize<TrainingReport>(report, PortalJson.Options)!;

    public static ModelVersion Of(
        RunId run, RunRequest request, string requester, TrainingReport report, StoredFiles files) => new()
        {
            Number = 0,
            Run = run,
            Dataset = request.Dataset,
            DatasetVersion = request.DatasetVersion,
            DatasetSha256 = request.DatasetSha256,
            Problem = (ProblemKind)report.Signature.Problem,
            Target = report.Signature.Target,
            Signature = SignatureOf(report.Signature),
            Metrics = Figures(report.HoldOut.Scalars()),
            BaselineMetrics = BaselineOf(report),
            Artifact = files.Onnx,
            Reference = files.Reference,
            Report = files.Report,
            Parameters = report.Parameters
                .ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal)
                .SetItem("rounds", report.BestRound.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Seed = report.Seed,
            Engine = $"{(report.Engine == "xgboost" ? "XGBoost" : report.Engine)} {report.EngineVersion}",
            RegisteredAt = default,
            RegisteredBy = requester,
        };

    public static ImmutableSortedDictionary<string, double> BaselineOf(TrainingReport report) =>
        Figures(report.Baselines.First(b => b.Kind == BaselineReport.Prior).HoldOut.Scalars());

    // A figure that can't be computed, such as a rank of one class, is left out: JSON and databases have no NaN.
    public static ImmutableSortedDictionary<string, double> Figures(IEnumerable<KeyValuePair<string, double>> all) =>
        all.Where(f => double.IsFinite(f.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ModelSignature SignatureOf(Compute.Inference.ModelSignature signature) => new(
        [.. signature.Inputs.Select(i => new SignatureField(
            i.Name, i.Kind is InputKind.Number ? "number" : "category", [.. i.Levels]))],
        [.. signature.Outputs.Select(o => new SignatureField(
            o.Name, o.IsText ? "category" : "number", [.. signature.Classes]))]);
}

/// <summary>Where a version's files lie.</summary>
internal sealed record StoredFiles(StoredArtifact Onnx, StoredArtifact Report, StoredArtifact Reference);
