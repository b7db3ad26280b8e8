using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>A table in memory, column by column; all columns have the same number of rows.</summary>
public sealed class DataTable
{
    private readonly Dictionary<string, DataColumn> _byName;

    /// <summary>A table of these columns.</summary>
    /// <exception cref="ArgumentException">Two columns share a name, or lengths differ.</exception>
    public DataTable(IEnumerable<DataColumn> columns)
    {
        Columns = [.. columns];
        RowCount = Columns.IsEmpty ? 0 : Columns[0].RowCount;
        _byName = new Dictionary<string, DataColumn>(Columns.Length, StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (column.RowCount != RowCount || !_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Column '{column.Name}' is double or of another length.", nameof(columns));
            }
        }
    }

    /// <summary>The columns in the order in which they were asked for.</summary>
    public ImmutableArray<DataColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public DataColumn this[string name] => _byName[name];

    /// <summary>The column of that name, or null.</summary>
    public DataColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The numeric column of that name.</summary>
    /// <exception cref="InvalidCastException">It holds strings.</exception>
    public NumericColumn Numeric(string name) => (NumericColumn)_byName[name];

    /// <summary>The string column of that name.</summary>
    /// <exception cref="InvalidCastException">It holds numbers.</exception>
    public CategoryColumn Category(string name) => (CategoryColumn)_byName[name];

    /// <summary>A table with only the rows named, in that order.</summary>
    public DataTable Take(ReadOnlySpan<int> rows)
    {
        var taken = new List<DataColumn>(Columns.Length);
        foreach (var column in Columns)
        {
            taken.Add(column.Take(rows));
        }

        return new DataTable(taken);
    }
}
