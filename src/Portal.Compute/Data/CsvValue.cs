namespace Portal.Compute.Data;

/// <summary>Reads a field as the type that its column has.</summary>
internal static class CsvValue
{
    /// <summary>False when the field is missing or does not fit.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> field, ColumnType type, int dateFormat, out double value)
    {
        value = 0;
        return !MissingTokens.IsMissing(field) && type switch
        {
            ColumnType.Integer => NumberText.TryParse(field, out value, out _) && value == Math.Floor(value),
            ColumnType.Number => NumberText.TryParse(field, out value, out _),
            ColumnType.Date => dateFormat >= 0 && DateText.TryParse(field, dateFormat, out value),
            ColumnType.Boolean or ColumnType.Category or ColumnType.Text => false,
        };
    }
}
