using Portal.Compute.Data;

namespace Portal.Grains.Datasets;

/// <summary>The names under which column types are stored and sent.</summary>
internal static class ColumnTypeName
{
    public static string Of(ColumnType type) => type switch
    {
        ColumnType.Integer => "integer",
        ColumnType.Number => "number",
        ColumnType.Boolean => "boolean",
        ColumnType.Category => "category",
        ColumnType.Text => "text",
        ColumnType.Date => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a name that <see cref="Of"/> wrote.</summary>
    public static ColumnType Parse(string name) => Find(name)
        ?? throw new ArgumentException($"'{name}' is not the name of a column type.", nameof(name));

    /// <summary>The type of a name that a person wrote, in any case, or null.</summary>
    public static ColumnType? Find(string? name) => name?.ToLowerInvariant() switch
    {
        "integer" => ColumnType.Integer,
        "number" => ColumnType.Number,
        "boolean" => ColumnType.Boolean,
        "category" => ColumnType.Category,
        "text" => ColumnType.Text,
        "date" => ColumnType.Date,
        _ => null,
    };
}
