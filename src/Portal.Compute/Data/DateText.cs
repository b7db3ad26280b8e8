using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>Reads dates in a closed list of formats, each with an optional time of day.</summary>
/// <remarks>
/// The time is "HH:mm", "HH:mm:ss" or with a fraction, after a space or T; "Z" or an offset after it is applied. Day
/// and
/// month may have one digit in all formats but the ISO one.
/// </remarks>
public static class DateText
{
    /// <summary>1970-01-01 as <see cref="DateOnly.DayNumber"/>.</summary>
    private const int EpochDayNumber = 719_162;

    private static readonly (byte Separator, bool YearFirst, bool DayFirst)[] Shapes =
    [
        ((byte)'-', true, false), ((byte)'/', true, false),
        ((byte)'/', false, true), ((byte)'/', false, false),
        ((byte)'-', false, true), ((byte)'-', false, false),
        ((byte)'.', false, true),
    ];

    /// <summary>The formats, by their names; the date part only.</summary>
    public static ImmutableArray<string> Formats { get; } =
        ["yyyy-MM-dd", "yyyy/MM/dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "dd.MM.yyyy"];

    /// <summary>
    /// Reads a trimmed UTF-8 value in one format, as days since 1970-01-01 (UTC where an offset is given).
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, string format, out double days)
    {
        var index = Formats.IndexOf(format);
        days = 0;
        return index >= 0 && TryParse(text, index, out days);
    }

    /// <summary>False quickly for what can't be a date in any format.</summary>
    internal static bool MayBeDate(ReadOnlySpan<byte> text) =>
        text.Length is >= 8 and <= 35 && char.IsAsciiDigit((char)text[0])
        && text[..5].IndexOfAny((byte)'-', (byte)'/', (byte)'.') > 0;

    internal static bool TryParse(ReadOnlySpan<byte> text, int format, out double days)
    {
        days = 0;
        var (separator, yearFirst, dayFirst) = Shapes[format];
        var at = 0;
        if (!TryTake(text, ref at, out var a, out var lengthA) || !Step(text, ref at, separator)
            || !TryTake(text, ref at, out var b, out var lengthB) || !Step(text, ref at, separator)
            || !TryTake(text, ref at, out var c, out var lengthC))
        {
            return false;
        }

        var (year, month, day) = yearFirst ? (a, b, c) : dayFirst ? (c, b, a) : (c, a, b);
        var (yearLength, dayLength) = yearFirst ? (lengthA, lengthC) : (lengthC, lengthA);
        if (yearLength != 4 || lengthB > 2 || dayLength > 2 || (format == 0 && (lengthB != 2 || dayLength != 2)))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        days = new DateOnly(year, month, day).DayNumber - EpochDayNumber;
        return at == text.Length || TryAddTime(text[at..], ref days);
    }

    private static bool TryAddTime(ReadOnlySpan<byte> text, ref double days)
    {
        if (text.Length < 6 || text[0] is not ((byte)' ' or (byte)'T'))
        {
            return false;
        }

        var at = 1;
        if (!TryTake(text, ref at, out var hours, out var length) || length > 2 || hours > 23
            || !Step(text, ref at, (byte)':')
            || !TryTake(text, ref at, out var minutes, out length) || length != 2 || minutes > 59)
        {
            return false;
        }

        var seconds = 0.0;
        if (Step(text, ref at, (byte)':'))
        {
            if (!TryTake(text, ref at, out var whole, out length) || length != 2 || whole > 60)
            {
                return false;
            }

            seconds = whole;
            if (Step(text, ref at, (byte)'.'))
            {
                if (!TryTake(text, ref at, out var fraction, out length))
                {
                    return false;
                }

                seconds += fraction / Math.Pow(10, length);
            }
        }

        days += ((hours * 3600) + (minutes * 60) + seconds) / 86_400;
        return at == text.Length || TryApplyOffset(text[at..], ref days);
    }

    private static bool TryApplyOffset(ReadOnlySpan<byte> text, ref double days)
    {
        if (text.Length == 1 && text[0] == 'Z')
        {
            return true;
        }

        var at = 1;
        if (text[0] is not ((byte)'+' or (byte)'-') || !TryTake(text, ref at, out var hours, out var length))
        {
            return false;
        }

        var minutes = 0;
        if (length == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (length != 2
            || (Step(text, ref at, (byte)':') && (!TryTake(text, ref at, out minutes, out length) || length != 2)))
        {
            return false;
        }

        days -= (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes) / 1440.0;
        return at == text.Length && hours <= 14 && minutes < 60;
    }

    private static bool TryTake(ReadOnlySpan<byte> text, ref int at, out int number, out int length)
    {
        var from = at;
        number = 0;
        while (at < text.Length && (uint)(text[at] - '0') <= 9 && at - from < 9)
        {
            number = (number * 10) + (text[at++] - '0');
        }

        length = at - from;
        return length > 0;
    }

    private static bool Step(ReadOnlySpan<byte> text, ref int at, byte expected)
    {
        if (at < text.Length && text[at] == expected)
        {
            at++;
            return true;
        }

        return false;
    }
}
