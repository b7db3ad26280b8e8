namespace Portal.Compute.Drift;

/// <summary>
/// When a difference counts. A verdict needs an effect that matters and significance after correction.
/// </summary>
public sealed record DriftOptions
{
    /// <summary>The defaults.</summary>
    public static DriftOptions Default { get; } = new();

    /// <summary>Level that p-values corrected by Benjamini and Hochberg must fall below. Default 0.05.</summary>
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>Population stability index from which a difference is moderate. Default 0.1.</summary>
    public double PsiModerate { get; init; } = 0.1;

    /// <summary>Population stability index from which a difference is large. Default 0.25.</summary>
    public double PsiLarge { get; init; } = 0.25;

    /// <summary>Change of the share of missing values from which it is moderate. Default 0.05.</summary>
    public double MissingModerate { get; init; } = 0.05;

    /// <summary>Change of the share of missing values from which it is large. Default 0.2.</summary>
    public double MissingLarge { get; init; } = 0.2;

    /// <summary>Values that both sides must have. Default 50.</summary>
    public int ValuesMin { get; init; } = 50;
}
