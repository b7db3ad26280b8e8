namespace Portal.Compute.Data;

/// <summary>Numbers as single precision, the precision that training and serving share.</summary>
/// <remarks>
/// Integers beyond 2^24 are rounded to the nearest float. Dates are days since 1970-01-01. The array is shared, not
/// copied: readers must not write to it.
/// </remarks>
public sealed record NumericColumn : DataColumn
{
    /// <summary>A column of numbers.</summary>
    /// <param name="name">The trimmed header.</param>
    /// <param name="values">One value a row; NaN is missing. Never infinite.</param>
    /// <param name="type">Integer, Number or Date.</param>
    public NumericColumn(string name, float[] values, ColumnType type = ColumnType.Number)
        : base(name, type) => Values = values;

    /// <summary>One value a row; NaN is missing.</summary>
    public float[] Values { get; }

    /// <inheritdoc/>
    public override int RowCount => Values.Length;

    /// <inheritdoc/>
    public override int MissingCount => Values.Count(float.IsNaN);

    /// <inheritdoc/>
    public override NumericColumn Take(ReadOnlySpan<int> rows)
    {
        var taken = new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = Values[rows[i]];
        }

        return new NumericColumn(Name, taken, Type);
    }
}
