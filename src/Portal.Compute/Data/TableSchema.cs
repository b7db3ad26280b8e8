using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>The columns of a table in file order, and the delimiter that separates them.</summary>
/// <param name="Columns">Names are unique (ordinal).</param>
/// <param name="Delimiter">One of comma, semicolon, tab, bar.</param>
public sealed record TableSchema(ImmutableArray<ColumnSchema> Columns, char Delimiter = ',')
{
    /// <summary>The column of that exact name, or null.</summary>
    public ColumnSchema? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>Position of the column in the file, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
