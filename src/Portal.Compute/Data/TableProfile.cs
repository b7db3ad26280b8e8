using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>
/// What a CSV file holds: its size, its columns, their types and statistics. Stored with a dataset version.
/// </summary>
/// <param name="Rows">Data rows; blank lines and the header are not counted.</param>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="Delimiter">Detected.</param>
/// <param name="Columns">In file order.</param>
public sealed record TableProfile(long Rows, long Bytes, char Delimiter, ImmutableArray<ColumnProfile> Columns)
{
    /// <summary>The schema by which <see cref="CsvTableReader"/> reads the file.</summary>
    public TableSchema ToSchema() =>
        new([.. Columns.Select(c => new ColumnSchema(c.Name, c.Type, c.DateFormat))], Delimiter);

    /// <summary>The column of that exact name, or null.</summary>
    public ColumnProfile? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
