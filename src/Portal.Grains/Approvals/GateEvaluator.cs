using Portal.Grains.Models;

namespace Portal.Grains.Approvals;

/// <summary>Evaluates gates. Pure.</summary>
public static class GateEvaluator
{
    /// <summary>
    /// Compares. A candidate without the metric fails. A champion gate passes where nothing is served yet; a champion
    /// that lacks the metric fails it, since there is nothing to be as good as.
    /// </summary>
    public static GateOutcome Evaluate(
        Gate gate, IReadOnlyDictionary<string, double> candidate, Champion? champion)
    {
        double? value = candidate.TryGetValue(gate.Metric, out var own) ? own : null;
        if (gate.Threshold is { } threshold)
        {
            return new(Meets(gate.Metric, value, threshold), value, threshold, null);
        }

        if (champion is null)
        {
            return new(value is not null, value, null, null);
        }

        double? bar = champion.Metrics.TryGetValue(gate.Metric, out var theirs) ? theirs : null;
        return new(bar is { } b && Meets(gate.Metric, value, b), value, bar, champion.Version);
    }

    private static bool Meets(string metric, double? value, double bar) =>
        value is { } v && double.IsFinite(v) && (MetricDirection.IsHigherBetter(metric) ? v >= bar : v <= bar);
}

/// <summary>The version that an environment serves now: its outward name and its metrics.</summary>
public sealed record Champion(string Version, IReadOnlyDictionary<string, double> Metrics);
