namespace Portal.Compute.Data;

/// <summary>A column in memory: <see cref="NumericColumn"/> or <see cref="CategoryColumn"/>.</summary>
public abstract record DataColumn
{
    private protected DataColumn(string name, ColumnType type) => (Name, Type) = (name, type);

    /// <summary>The trimmed header.</summary>
    public string Name { get; init; }

    /// <summary>The type that the values were read as.</summary>
    public ColumnType Type { get; init; }

    /// <summary>Number of rows, missing ones included.</summary>
    public abstract int RowCount { get; }

    /// <summary>Number of rows without a value.</summary>
    public abstract int MissingCount { get; }

    /// <summary>The column with only the rows named, in that order.</summary>
    public abstract DataColumn Take(ReadOnlySpan<int> rows);
}
