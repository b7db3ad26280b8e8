using System.Collections.Immutable;

namespace Portal.Grains.Datasets;

/// <summary>What a file holds in one column.</summary>
/// <param name="Name">The header.</param>
/// <param name="Type">As in <see cref="DatasetColumn"/>.</param>
/// <param name="DateFormat">For dates: the .NET format by which they are read.</param>
/// <param name="Count">Rows, missing ones included.</param>
/// <param name="Missing">Cells without a value that the type can read.</param>
/// <param name="Distinct">Different values, missing ones left out.</param>
/// <param name="DistinctIsExact">False: an estimate, off by 1.6 % of itself (one standard error).</param>
/// <param name="LooksLikeId">Nearly every value is different and none measures anything: left out of training.</param>
/// <param name="Numeric">For numbers and dates (in days since 1970-01-01) that have any value.</param>
/// <param name="Histogram">As <paramref name="Numeric"/>.</param>
/// <param name="Top">The most frequent values, the most frequent first; at most 50.</param>
/// <param name="Notices">What a person should know.</param>
public sealed record ColumnStatistics(
    string Name,
    string Type,
    string? DateFormat,
    long Count,
    long Missing,
    long Distinct,
    bool DistinctIsExact,
    bool LooksLikeId,
    NumericStatistics? Numeric,
    ValueHistogram? Histogram,
    ImmutableArray<ValueCount> Top,
    ImmutableArray<ColumnNotice> Notices);

/// <summary>Of a numeric column; the deviation is the sample's (divisor n - 1).</summary>
public sealed record NumericStatistics(
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

/// <summary>Counts in adjoining bins: bin i is [edge i, edge i+1), the last includes its end.</summary>
public sealed record ValueHistogram(ImmutableArray<double> Edges, ImmutableArray<long> Counts, bool IsExact);

/// <summary>A value, cut to 64 bytes, and how often it occurs.</summary>
public sealed record ValueCount(string Value, long Count);

/// <summary>A notice in plain words, how many values it concerns and where the first of them stands.</summary>
public sealed record ColumnNotice(string Code, string Message, long Count, long FirstRow, string Example);
