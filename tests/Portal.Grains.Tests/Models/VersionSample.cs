using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Models;

namespace Portal.Grains.Tests.Models;

/// <summary>A version as a run would register it.</summary>
internal static class VersionSample
{
    public static ModelVersion Of(RunId? run = null, string target = "churned") => new()
    {
        Number = 0,
        Run = run ?? RunId.New(TimeProvider.System),
        Dataset = DatasetId.New(TimeProvider.System),
        DatasetVersion = 1,
        DatasetSha256 = new string('d', 64),
        Problem = ProblemKind.Binary,
        Target = target,
        Signature = new(
            [new("age", "number", []), new("plan", "category", ["Basic"])],
            [new("label", "category", ["No", "Yes"])]),
        Metrics = Figures(("roc-auc", 0.84), ("log-loss", 0.41)),
        BaselineMetrics = Figures(("roc-auc", 0.5), ("log-loss", 0.6)),
        Artifact = new("models/a", new string('a', 64), 3),
        Reference = new("models/b", new string('b', 64), 3),
        Report = new("models/c", new string('c', 64), 3),
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("max_depth", "6"),
        Seed = 1,
        Engine = "XGBoost 1.7.4",
        RegisteredAt = default,
        RegisteredBy = "usr_1",
    };

    public static ImmutableSortedDictionary<string, double> Figures(params (string Name, double Value)[] figures) =>
        figures.ToImmutableSortedDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
}
