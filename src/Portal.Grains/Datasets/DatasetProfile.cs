using System.Collections.Immutable;

namespace Portal.Grains.Datasets;

/// <summary>What a version's file holds, column by column, in the order of the file.</summary>
/// <param name="Rows">Data rows.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Delimiter">The separator.</param>
/// <param name="Columns">One a column.</param>
public sealed record DatasetProfile(
    long Rows, long Bytes, char Delimiter, ImmutableArray<ColumnStatistics> Columns)
{
    /// <summary>Cells without a value.</summary>
    public long MissingCells => Columns.Sum(c => c.Missing);
}
