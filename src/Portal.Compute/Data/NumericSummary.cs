namespace Portal.Compute.Data;

/// <summary>Statistics of a numeric column; of a date column in days since 1970-01-01.</summary>
/// <param name="Minimum">Smallest value; exact.</param>
/// <param name="Maximum">Largest value; exact.</param>
/// <param name="Mean">Arithmetic mean; exact up to rounding.</param>
/// <param name="StandardDeviation">Sample standard deviation (divisor n - 1).</param>
/// <param name="Quantile05">5 % quantile.</param>
/// <param name="Quantile25">Lower quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Quantile75">Upper quartile.</param>
/// <param name="Quantile95">95 % quantile.</param>
/// <param name="QuantilesAreExact">
/// False: quantiles come from a seeded uniform sample, of 10,000 values up to 400 columns; their rank is then off by a
/// standard deviation of at most half a percent.
/// </param>
public sealed record NumericSummary(
    double Minimum,
    double Maximum,
    double Mean,
    double StandardDeviation,
    double Quantile05,
    double Quantile25,
    double Median,
    double Quantile75,
    double Quantile95,
    bool QuantilesAreExact);
