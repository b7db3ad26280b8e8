using System.Globalization;
using Portal.Compute.Data;

namespace Portal.Compute.Training.Planning;

/// <summary>What the planner needs to know of a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its confirmed type.</param>
/// <param name="RowCount">All rows.</param>
/// <param name="MissingCount">Rows without a value.</param>
/// <param name="DistinctCount">Distinct values, missing not counted.</param>
/// <param name="Levels">
/// Values and their rows when there are at most <see cref="LevelsMax"/>, otherwise empty; numbers ascending and
/// written invariantly, strings in ordinal order.
/// </param>
/// <param name="Min">Smallest number; NaN for strings.</param>
/// <param name="Max">Largest number; NaN for strings.</param>
public sealed record ColumnFacts(
    string Name,
    ColumnType Type,
    long RowCount,
    long MissingCount,
    long DistinctCount,
    IReadOnlyList<LevelCount> Levels,
    double Min = double.NaN,
    double Max = double.NaN)
{
    /// <summary>Most values that are listed.</summary>
    public const int LevelsMax = 200;

    /// <summary>Rows with a value.</summary>
    public long PresentCount => RowCount - MissingCount;

    /// <summary>
    /// Facts from a profile. Its values are cut to 64 bytes, and "1" and "1.0" count as two where numbers are written
    /// in both ways; training reads the table itself.
    /// </summary>
    public static ColumnFacts From(ColumnProfile column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var isComplete = column.Distinct == column.Top.Length;
        var levels = column.Top.Select(top => new LevelCount(LevelName(column, top.Value), top.Count));
        return new ColumnFacts(
            column.Name,
            column.Type,
            column.Count,
            column.Missing,
            column.Distinct,
            isComplete ? [.. levels.OrderBy(level => level.Level, StringComparer.Ordinal)] : [],
            column.Numeric?.Minimum ?? double.NaN,
            column.Numeric?.Maximum ?? double.NaN);
    }

    /// <summary>Facts of the given rows of a column.</summary>
    public static ColumnFacts From(DataColumn column, ReadOnlySpan<int> rows) => column switch
    {
        NumericColumn numbers => OfNumbers(numbers, rows),
        CategoryColumn strings => OfStrings(strings, rows),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>The text that stands for a number where numbers are classes.</summary>
    internal static string Text(float value) =>
        // Minus zero is zero.
        (value == 0 ? 0f : value).ToString("R", CultureInfo.InvariantCulture);

    private static string LevelName(ColumnProfile column, string value) =>
        column.Type is ColumnType.Integer or ColumnType.Number && NumberText.TryParse(value, out var number)
            ? Text((float)number)
            : value;

    private static ColumnFacts OfNumbers(NumericColumn column, ReadOnlySpan<int> rows)
    {
        var counts = new Dictionary<float, long>();
        var missing = 0L;
        foreach (var row in rows)
        {
            var value = column.Values[row];
            if (float.IsNaN(value))
            {
                missing++;
            }
            else
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        LevelCount[] levels = counts.Count > LevelsMax
            ? []
            : [.. counts.OrderBy(pair => pair.Key).Select(pair => new LevelCount(Text(pair.Key), pair.Value))];
        return new ColumnFacts(
            column.Name, column.Type, rows.Length, missing, counts.Count, levels,
            counts.Count == 0 ? double.NaN : counts.Keys.Min(), counts.Count == 0 ? double.NaN : counts.Keys.Max());
    }

    private static ColumnFacts OfStrings(CategoryColumn column, ReadOnlySpan<int> rows)
    {
        var counts = new long[column.Levels.Length];
        var missing = 0L;
        foreach (var row in rows)
        {
            if (column.Codes[row] < 0)
            {
                missing++;
            }
            else
            {
                counts[column.Codes[row]]++;
            }
        }

        var distinct = counts.Count(count => count > 0);
        LevelCount[] levels = distinct > LevelsMax
            ? []
            :
            [
                .. column.Levels.Zip(counts, (level, count) => new LevelCount(level, count))
                    .Where(level => level.Rows > 0)
                    .OrderBy(level => level.Level, StringComparer.Ordinal),
            ];
        return new ColumnFacts(column.Name, column.Type, rows.Length, missing, distinct, levels);
    }
}
