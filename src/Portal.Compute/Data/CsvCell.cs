namespace Portal.Compute.Data;

/// <summary>Writes one value as a CSV cell that a spreadsheet shows and does not run.</summary>
/// <remarks>
/// A cell is a formula to spreadsheets when it begins with = + - @, a tab or a line break (OWASP, CSV Injection), also
/// behind spaces. Such a cell gets an apostrophe in front, unless it is a number.
/// </remarks>
public static class CsvCell
{
    /// <summary>The value with an apostrophe in front where it would be run; otherwise itself.</summary>
    public static string Guard(string value)
    {
        var trimmed = value.AsSpan().TrimStart(' ');
        var isFormula = !trimmed.IsEmpty && trimmed[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
            or '＝' or '＋' or '－' or '＠';
        return isFormula && !NumberText.TryParse(trimmed, out _) ? "'" + value : value;
    }

    /// <summary>The guarded value, quoted where RFC 4180 asks for it; null is an empty cell.</summary>
    public static string Format(string? value, char delimiter = ',')
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var guarded = Guard(value);
        var needsQuotes = guarded.AsSpan().ContainsAny(['"', '\r', '\n', delimiter])
            || guarded[0] == ' ' || guarded[^1] == ' ';
        return needsQuotes ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
