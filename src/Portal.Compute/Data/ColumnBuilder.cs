namespace Portal.Compute.Data;

/// <summary>Gathers the values of one column by row slot; a slot may be written again when rows are sampled.</summary>
internal abstract class ColumnBuilder(string name)
{
    public string Name => name;

    public long Misfits { get; protected set; }

    /// <summary>True when the column has more distinct strings than may be kept.</summary>
    public bool IsOverfull { get; protected set; }

    public static ColumnBuilder For(ColumnSchema column, int levelsMax) => column.IsNumeric
        ? new NumericColumnBuilder(column)
        : new CategoryColumnBuilder(column, levelsMax);

    public abstract void Set(int slot, ReadOnlySpan<byte> field);

    /// <summary>The column of the first <paramref name="rows"/> slots.</summary>
    public abstract DataColumn Build(int rows);
}
