using System.Collections.Immutable;

namespace Portal.Grains.Models;

/// <summary>Two versions of a model side by side.</summary>
/// <param name="Model">The model.</param>
/// <param name="First">The version on the left.</param>
/// <param name="Second">The version on the right.</param>
/// <param name="Metrics">All metrics of either, in the order of their names.</param>
/// <param name="Parameters">All parameters of either, in the order of their names.</param>
/// <param name="OnlyInFirst">Inputs that the second lacks.</param>
/// <param name="OnlyInSecond">Inputs that the first lacks.</param>
/// <param name="SameData">Whether both were trained on the same bytes.</param>
public sealed record ModelComparison(
    ModelView Model,
    ModelVersion First,
    ModelVersion Second,
    ImmutableArray<ComparedMetric> Metrics,
    ImmutableArray<ComparedParameter> Parameters,
    ImmutableArray<string> OnlyInFirst,
    ImmutableArray<string> OnlyInSecond,
    bool SameData)
{
    /// <summary>Compares; pure.</summary>
    public static ModelComparison Of(ModelView model, ModelVersion first, ModelVersion second)
    {
        var before = first.Signature.Inputs.Select(i => i.Name).ToImmutableArray();
        var after = second.Signature.Inputs.Select(i => i.Name).ToImmutableArray();
        return new(
            model,
            first,
            second,
            [.. Names(first.Metrics, second.Metrics).Select(n => ComparedMetric.Of(n, first.Metrics, second.Metrics))],
            [.. Names(first.Parameters, second.Parameters).Select(n => new ComparedParameter(
                n, first.Parameters.GetValueOrDefault(n), second.Parameters.GetValueOrDefault(n)))],
            [.. before.Except(after, StringComparer.Ordinal)],
            [.. after.Except(before, StringComparer.Ordinal)],
            first.DatasetSha256 == second.DatasetSha256);
    }

    private static IEnumerable<string> Names<T>(
        ImmutableSortedDictionary<string, T> first, ImmutableSortedDictionary<string, T> second) =>
        first.Keys.Union(second.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

/// <summary>
/// A metric of both versions, null where one lacks it; <paramref name="Better"/> is 1 or 2, and 0 where neither is.
/// </summary>
public sealed record ComparedMetric(string Name, double? First, double? Second, int Better)
{
    internal static ComparedMetric Of(
        string name, ImmutableSortedDictionary<string, double> first, ImmutableSortedDictionary<string, double> second)
    {
        double? one = first.TryGetValue(name, out var a) ? a : null;
        double? two = second.TryGetValue(name, out var b) ? b : null;
        var isOpen = one is null || two is null || double.IsNaN(a) || double.IsNaN(b) || a.Equals(b);
        return new(name, one, two, isOpen ? 0 : a > b == MetricDirection.IsHigherBetter(name) ? 1 : 2);
    }
}

/// <summary>A parameter of both versions; null where one lacks it.</summary>
public sealed record ComparedParameter(string Name, string? First, string? Second)
{
    /// <summary>Whether they differ.</summary>
    public bool Differs => First != Second;
}
