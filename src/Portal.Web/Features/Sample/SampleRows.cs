using System.Globalization;
using System.Text;

namespace Portal.Web.Features.Sample;

/// <summary>The generated file as rows of a request. Its cells hold no quotes and no separators.</summary>
internal static class SampleRows
{
    /// <summary>The named columns of every row; numbers as numbers, blanks as null.</summary>
    public static IEnumerable<Dictionary<string, object?>> Of(byte[] csv, HashSet<string> columns)
    {
        var lines = Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = Cells(lines[0]);
        return lines.Skip(1).Select(line => names.Zip(Cells(line))
            .Where(pair => columns.Contains(pair.First))
            .ToDictionary(pair => pair.First, pair => Value(pair.Second)));
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim().Trim('"').Trim())];

    private static object? Value(string cell) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : cell;
}
