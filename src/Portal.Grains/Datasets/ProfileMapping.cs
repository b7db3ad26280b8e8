using Portal.Compute.Data;

namespace Portal.Grains.Datasets;

/// <summary>From what the profiler found to what is stored and shown.</summary>
internal static class ProfileMapping
{
    public static DatasetProfile ToDatasetProfile(this TableProfile found) => new(
        found.Rows, found.Bytes, found.Delimiter, [.. found.Columns.Select(ToStatistics)]);

    public static DatasetColumn ToColumn(this ColumnStatistics column) =>
        new(column.Name, column.Type, column.DateFormat);

    private static ColumnStatistics ToStatistics(ColumnProfile found) => new(
        found.Name,
        ColumnTypeName.Of(found.Type),
        found.DateFormat,
        found.Count,
        found.Missing,
        found.Distinct,
        found.DistinctIsExact,
        found.LooksLikeId,
        found.Numeric is { } n
            ? new(
                n.Minimum,
                n.Maximum,
                n.Mean,
                n.StandardDeviation,
                n.Quantile05,
                n.Quantile25,
                n.Median,
                n.Quantile75,
                n.Quantile95,
                n.QuantilesAreExact)
            : null,
        found.Histogram is { } h ? new(h.Edges, h.Counts, h.IsExact) : null,
        [.. found.Top.Select(t => new ValueCount(t.Value, t.Count))],
        [.. found.Issues.Select(i => new ColumnNotice(i.Code, i.Message, i.Count, i.FirstRow, i.Example))]);
}
