namespace Portal.Compute.Drift;

/// <summary>How the share of missing values changed.</summary>
/// <param name="Reference">Share in the reference, 0 to 1.</param>
/// <param name="Current">Share in the current data, 0 to 1.</param>
/// <param name="PValue">Chi-square test of both; null when nothing is missing or there are too few rows.</param>
/// <param name="AdjustedPValue">The same after correction for all tests of the report.</param>
/// <param name="Verdict">On the change alone.</param>
public sealed record MissingDrift(
    double Reference, double Current, double? PValue, double? AdjustedPValue, DriftVerdict Verdict);
