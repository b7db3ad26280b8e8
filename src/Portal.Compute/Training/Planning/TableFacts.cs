using Portal.Compute.Data;

namespace Portal.Compute.Training.Planning;

/// <summary>What the planner needs to know of a table.</summary>
public sealed record TableFacts(long RowCount, IReadOnlyList<ColumnFacts> Columns)
{
    public ColumnFacts? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>Facts of a file from its profile: enough to show a plan before anything is read into memory.</summary>
    public static TableFacts From(TableProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new TableFacts(profile.Rows, [.. profile.Columns.Select(ColumnFacts.From)]);
    }

    /// <summary>Facts of a whole table.</summary>
    public static TableFacts From(DataTable table) => From(table, [.. Enumerable.Range(0, table.RowCount)]);

    /// <summary>Facts of some rows of a table.</summary>
    public static TableFacts From(DataTable table, ReadOnlySpan<int> rows)
    {
        var columns = new List<ColumnFacts>(table.Columns.Length);
        foreach (var column in table.Columns)
        {
            columns.Add(ColumnFacts.From(column, rows));
        }

        return new TableFacts(rows.Length, columns);
    }
}
