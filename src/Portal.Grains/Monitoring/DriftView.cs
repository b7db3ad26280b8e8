using System.Collections.Immutable;
using Portal.Grains.Keys;

namespace Portal.Grains.Monitoring;

/// <summary>What an endpoint is asked now, compared with the training data of the version that answers.</summary>
public sealed record DriftView
{
    /// <summary>The deployment.</summary>
    public required DeploymentId Id { get; init; }

    /// <summary>
    /// <c>ready</c>; or why there are no columns: <c>not-routed</c>, <c>no-requests</c>, <c>no-reference</c>.
    /// </summary>
    public required string State { get; init; }

    /// <summary>1h, 1d or 7d.</summary>
    public required string Window { get; init; }

    /// <summary>The worst of the columns: stable, not-enough-data, moderate, drifted; null when not ready.</summary>
    public string? Verdict { get; init; }

    /// <summary>The model that answers.</summary>
    public ModelId? Model { get; init; }

    /// <summary>Its version.</summary>
    public int? Version { get; init; }

    /// <summary>Rows of the training data.</summary>
    public long ReferenceRows { get; init; }

    /// <summary>Rows that were compared: the newest of the window.</summary>
    public long CurrentRows { get; init; }

    /// <summary>Rows of the window that were kept.</summary>
    public long RowsInAll { get; init; }

    /// <summary>When it was computed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The columns, the worst first.</summary>
    public ImmutableArray<DriftColumn> Columns { get; init; } = [];
}

/// <summary>
/// One column. Verdicts: stable, not-enough-data, moderate, drifted. <paramref name="Reason"/>, where there is not
/// enough data: too-few-values, not-significant, column-absent, type-differs. <paramref name="IsOutput"/>: it is the
/// model's own answer. Figures are null where they could not be computed; shares are 0 to 1.
/// </summary>
public sealed record DriftColumn(
    string Name, bool IsOutput, string Verdict, string? Reason, string Test, double? Statistic, double? PValue,
    double? AdjustedPValue, double? Psi, double? JensenShannon, double SignificanceLevel, double PsiModerate,
    double PsiLarge, long ReferenceValues, long CurrentValues, double MissingReference, double MissingCurrent,
    string MissingVerdict, ImmutableArray<DriftCategory> NewCategories, double NewCategoryShare, DriftOverlay? Overlay);

/// <summary>A category that training never saw, and how often it came.</summary>
public sealed record DriftCategory(string Value, long Count);

/// <summary>Both distributions over the same bins: edges of numbers, or labels of categories.</summary>
public sealed record DriftOverlay(
    ImmutableArray<double> Edges, ImmutableArray<string> Labels, ImmutableArray<double> Reference,
    ImmutableArray<double> Current);
