using System.Collections.Immutable;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>Counts the values of one column into the bins that its profile has already.</summary>
internal sealed class HistogramCounter(int index, ColumnProfile column)
{
    private readonly ImmutableArray<double> _edges = column.Histogram!.Edges; // Only made for columns that have one.
    private readonly long[] _counts = new long[column.Histogram.Counts.Length];
    private readonly int _dateFormat = column.DateFormat is null ? -1 : DateText.Formats.IndexOf(column.DateFormat);

    public int Index => index;

    public void Add(ReadOnlySpan<byte> field)
    {
        if (CsvValue.TryNumber(field, column.Type, _dateFormat, out var value))
        {
            _counts[Histogram.BinOf(_edges.AsSpan(), value)]++;
        }
    }

    public Histogram ToHistogram() => new(_edges, [.. _counts]);
}
