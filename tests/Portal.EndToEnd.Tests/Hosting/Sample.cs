using System.Globalization;
using System.Text;
using Portal.Compute.Data;

namespace Portal.EndToEnd.Tests.Hosting;

/// <summary>Generated customers, with the dirt of real files.</summary>
internal static class Sample
{
    public const string Target = "churned";

    public static async Task<byte[]> ChurnAsync(int rows = 800, ulong seed = 7, double drift = 0)
    {
        using var csv = new MemoryStream();
        await SampleData.WriteChurnAsync(csv, rows, seed, drift);
        return csv.ToArray();
    }

    /// <summary>Rows as the rows form takes them: numbers as numbers, blanks as missing, no target, no id.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Rows(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return
        [
            .. lines.Skip(1).Select(line => names.Zip(line.Split(','))
                .Where(cell => cell.First.Trim() is not (Target or "customer_id"))
                .ToDictionary(cell => cell.First.Trim(), cell => Value(cell.Second.Trim()))),
        ];
    }

    private static object? Value(string cell) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : cell;
}
