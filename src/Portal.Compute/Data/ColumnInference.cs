using System.Collections.Immutable;
using Portal.Compute.Numerics;

namespace Portal.Compute.Data;

/// <summary>Decides the type of a column from what was gathered, and writes its profile.</summary>
internal static class ColumnInference
{
    private const int TopMax = 50;
    private const int CategoryDistinctMax = 1_000;
    private const int CategoryDistinctAlways = 10;
    private const double CategoryShareMax = 0.2;
    private const double MostlyNumericShare = 0.9;
    private const int IdRowsMin = 20;
    private const double IdShareMin = 0.95;

    public static ColumnProfile Profile(ColumnAccumulator column)
    {
        var format = DateFormat(column, out var isAmbiguous);
        var type = column.Forced ?? Infer(column, format);
        var misfit = type == ColumnType.Date && column.Forced is not null
            ? column.DateMisfit(format)
            : column.Forced is null ? default : column.Misfit;
        var present = column.Count - column.Missing - misfit.Count;
        var sketch = type switch
        {
            ColumnType.Integer or ColumnType.Number => column.Numbers,
            ColumnType.Date => column.Dates[format],
            ColumnType.Boolean or ColumnType.Category or ColumnType.Text => null,
        };

        NumericSummary? summary = null;
        Histogram? histogram = null;
        if (sketch is { Moments.Count: > 0 })
        {
            (summary, histogram) = sketch.Summarise(type == ColumnType.Integer);
        }

        return new ColumnProfile(
            column.Name,
            type,
            type == ColumnType.Date ? DateText.Formats[format] : null,
            column.Count,
            column.Missing + misfit.Count,
            column.Values.Distinct,
            column.Values.IsExact,
            LooksLikeId(column, type, present),
            summary,
            histogram,
            column.Values.IsExact ? column.Values.Top(TopMax) : [],
            Issues(column, type, misfit, present, isAmbiguous));
    }

    private static ColumnType Infer(ColumnAccumulator column, int dateFormat)
    {
        var present = column.Count - column.Missing;
        if (present > 0 && column.Misfit.Count == 0)
        {
            return column.Fractions == 0 ? ColumnType.Integer : ColumnType.Number;
        }

        var isOnePair = column.BooleanPairs is BooleanWords.Pair.TrueFalse or BooleanWords.Pair.YesNo
            or BooleanWords.Pair.YN or BooleanWords.Pair.TF;
        if (present > 0 && isOnePair && column.BooleanCount == present)
        {
            return ColumnType.Boolean;
        }

        if (dateFormat >= 0)
        {
            return ColumnType.Date;
        }

        var distinct = column.Values.Distinct;
        return column.Values.IsExact && distinct <= CategoryDistinctMax
            && (distinct <= CategoryDistinctAlways || distinct <= CategoryShareMax * present)
            ? ColumnType.Category
            : ColumnType.Text;
    }

    /// <summary>
    /// The format that every value fits. When several do, day and month can't be told apart: none is taken unless the
    /// column was said to be a date; then the one that fits most, day first.
    /// </summary>
    private static int DateFormat(ColumnAccumulator column, out bool isAmbiguous)
    {
        var present = column.Count - column.Missing;
        var (best, bestCount, full) = (0, -1L, 0);
        for (var i = 0; i < column.Dates.Length; i++)
        {
            var count = column.Dates[i]?.Moments.Count ?? 0;
            full += count == present && present > 0 ? 1 : 0;
            if (count > bestCount)
            {
                (best, bestCount) = (i, count);
            }
        }

        isAmbiguous = full > 1;
        return column.Forced == ColumnType.Date || full == 1 ? best : -1;
    }

    private static bool LooksLikeId(ColumnAccumulator column, ColumnType type, long present)
    {
        if (present < IdRowsMin || column.Values.Distinct < IdShareMin * present)
        {
            return false;
        }

        var numbers = column.Numbers.Moments;
        return type switch
        {
            ColumnType.Category or ColumnType.Text => true,

            // A measure such as a price is often unique too; a running number fills its range or never goes back.
            ColumnType.Integer => numbers.Maximum - numbers.Minimum < 1.1 * present
                || column.IsRising || column.IsFalling || HasIdName(column.Name),
            ColumnType.Number or ColumnType.Boolean or ColumnType.Date => false,
        };
    }

    private static bool HasIdName(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(" id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("ID", StringComparison.Ordinal);

    private static ImmutableArray<ColumnIssue> Issues(
        ColumnAccumulator column, ColumnType type, ColumnMisfit misfit, long present, bool isAmbiguous)
    {
        if (misfit.Count > 0)
        {
            return
            [
                new ColumnIssue(
                    CsvErrorCodes.DoesNotFit,
                    $"{misfit.Count:N0} values are not of type {type} and count as missing; the first is "
                    + $"'{misfit.Example}' in row {misfit.FirstRow}.",
                    misfit.Count,
                    misfit.FirstRow,
                    misfit.Example!),
            ];
        }

        if (column.Forced is null && isAmbiguous)
        {
            var example = column.Misfit;
            return
            [
                new ColumnIssue(
                    CsvErrorCodes.AmbiguousDate,
                    $"The values are dates such as '{example.Example}', but day and month can't be told apart. Set the "
                    + "type to Date to read them day first.",
                    present,
                    example.FirstRow,
                    example.Example!),
            ];
        }

        var stray = column.Misfit;
        if (column.Forced is null && type is ColumnType.Category or ColumnType.Text && stray.Count > 0
            && column.Numbers.Moments.Count >= MostlyNumericShare * present)
        {
            return
            [
                new ColumnIssue(
                    CsvErrorCodes.MostlyNumeric,
                    $"All but {stray.Count:N0} of {present:N0} values are numbers; the first that is not is "
                    + $"'{stray.Example}' in row {stray.FirstRow}. Set the type to Number to count such values as "
                    + "missing.",
                    stray.Count,
                    stray.FirstRow,
                    stray.Example!),
            ];
        }

        return [];
    }
}
