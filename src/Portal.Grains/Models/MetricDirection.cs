using System.Collections.Frozen;

namespace Portal.Grains.Models;

/// <summary>Which way a metric is better, and which one stands for all.</summary>
public static class MetricDirection
{
    private static readonly FrozenSet<string> Errors = FrozenSet.Create(
        StringComparer.Ordinal, "log-loss", "brier", "calibration-error", "rmse", "mae");

    /// <summary>False for errors and losses, which are better small.</summary>
    public static bool IsHigherBetter(string metric) => !Errors.Contains(metric);

    /// <summary>The figure by which versions of a kind of model are told apart at a glance.</summary>
    public static string KeyOf(ProblemKind problem) => problem switch
    {
        ProblemKind.Binary => "roc-auc",
        ProblemKind.Multiclass => "macro-f1",
        ProblemKind.Regression => "rmse",
    };
}
