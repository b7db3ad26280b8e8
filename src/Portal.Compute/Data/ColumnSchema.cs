namespace Portal.Compute.Data;

/// <summary>One column as it was confirmed for a dataset version.</summary>
/// <param name="Name">The header, trimmed of surrounding spaces.</param>
/// <param name="Type">How its values are read.</param>
/// <param name="DateFormat">For <see cref="ColumnType.Date"/>: the .NET format that fits; otherwise null.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, string? DateFormat = null)
{
    /// <summary>True when the column is read into a <see cref="NumericColumn"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsNumeric => Type is ColumnType.Integer or ColumnType.Number or ColumnType.Date;
}
