using System.Globalization;

namespace Portal.Compute.Data;

/// <summary>Reads numbers as they stand in CSV files: optional sign, digits, a decimal point, an exponent.</summary>
/// <remarks>
/// No thousands separators, currency or percent signs, no infinities. Digits with a leading zero ("007") are a code,
/// not a number: reading them as numbers would make "7" and "007" one.
/// </remarks>
public static class NumberText
{
    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a trimmed UTF-8 value. False when it is not a finite number.</summary>
    /// <param name="text">The value.</param>
    /// <param name="value">Nearest double.</param>
    /// <param name="isWhole">True when written without point and exponent, in at most 18 digits.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value, out bool isWhole)
    {
        value = 0;
        isWhole = false;
        var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var first = i;
        ulong digits = 0;
        while (i < text.Length && (uint)(text[i] - '0') <= 9)
        {
            digits = (digits * 10) + (uint)(text[i++] - '0');
        }

        var wholeLength = i - first;
        if (i == text.Length)
        {
            if (wholeLength == 0 || (wholeLength > 1 && text[first] == '0'))
            {
                return false;
            }

            if (wholeLength <= 18)
            {
                isWhole = true;
                value = text[0] == '-' ? -(double)digits : digits;
                return true;
            }
        }

        return TryParseFraction(text, i, wholeLength, digits, out value);
    }

    /// <summary>Reads a value, trimmed here.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim(" \t");
        Span<byte> bytes = stackalloc byte[64];
        value = 0;
        return text.Length <= bytes.Length
            && System.Text.Encoding.UTF8.TryGetBytes(text, bytes, out var length)
            && TryParse(bytes[..length], out value, out _);
    }

    private static bool TryParseFraction(
        ReadOnlySpan<byte> text, int i, int wholeLength, ulong digits, out double value)
    {
        value = 0;
        var fractionLength = 0;
        if (i < text.Length && text[i] == '.')
        {
            for (i++; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
            {
                digits = (digits * 10) + (uint)(text[i] - '0');
                fractionLength++;
            }
        }

        if (wholeLength + fractionLength == 0 || (i < text.Length && (text[i] | 0x20) != 'e'))
        {
            return false;
        }

        // Up to 15 digits and a power of ten up to 15 are both exact doubles, so that one division rounds once.
        if (i == text.Length && wholeLength + fractionLength <= 15)
        {
            value = digits / PowersOfTen[fractionLength];
            value = text[0] == '-' ? -value : value;
            return true;
        }

        return TryParseSlowly(text, out value);
    }

    private static bool TryParseSlowly(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
