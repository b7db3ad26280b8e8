namespace Portal.Compute.Data;

/// <summary>Strings as codes into a list of levels.</summary>
/// <remarks>The arrays are shared, not copied: readers must not write to them.</remarks>
public sealed record CategoryColumn : DataColumn
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>A column of strings.</summary>
    /// <param name="name">The trimmed header.</param>
    /// <param name="levels">Distinct values, trimmed, in ordinal order (Boolean: the false word first).</param>
    /// <param name="codes">One a row: an index into <paramref name="levels"/>, or -1 where missing.</param>
    /// <param name="type">Category, Boolean or Text.</param>
    public CategoryColumn(string name, string[] levels, int[] codes, ColumnType type = ColumnType.Category)
        : base(name, type) => (Levels, Codes) = (levels, codes);

    /// <summary>Distinct values; every level occurs at least once when read from a file without sampling.</summary>
    public string[] Levels { get; }

    /// <summary>One a row: an index into <see cref="Levels"/>, or -1 where missing.</summary>
    public int[] Codes { get; }

    /// <inheritdoc/>
    public override int RowCount => Codes.Length;

    /// <inheritdoc/>
    public override int MissingCount => Codes.Count(c => c < 0);

    /// <summary>The string of a row, or null where missing.</summary>
    public string? ValueAt(int row) => Codes[row] < 0 ? null : Levels[Codes[row]];

    /// <inheritdoc/>
    /// <remarks>Levels stay as they are, so that codes of two subsets of one table mean the same.</remarks>
    public override CategoryColumn Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = Codes[rows[i]];
        }

        return new CategoryColumn(Name, Levels, taken, Type);
    }
}
