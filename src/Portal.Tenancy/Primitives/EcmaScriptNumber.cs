using System.Globalization;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// Writes a double as ECMAScript does (ECMA-262, Number::toString, base 10), which RFC 8785 asks for.
/// </summary>
internal static class EcmaScriptNumber
{
    private const int LongestPlain = 21;
    private const int MostLeadingZeros = 6;

    /// <summary>The text of <paramref name="value"/>; NaN and infinities are refused.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no number for this value.", nameof(value));
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = Shortest(Math.Abs(value));
        var text = Layout(digits, point);
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The shortest digits that read back as the same double, and how many stand before the point.</summary>
    private static (string Digits, int Point) Shortest(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E');
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var exponent = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.');
        var before = dot < 0 ? mantissa.Length : dot;
        var leading = mantissa.Replace(".", "", StringComparison.Ordinal).TakeWhile(c => c == '0').Count();
        return (digits, before - leading + exponent);
    }

    private static string Layout(string digits, int point) => (digits.Length, point) switch
    {
        (var k, <= LongestPlain) when k <= point => digits + new string('0', point - k),
        (_, > 0 and <= LongestPlain) => $"{digits[..point]}.{digits[point..]}",
        (_, > -MostLeadingZeros and <= 0) => $"0.{new string('0', -point)}{digits}",
        (1, _) => $"{digits}e{Signed(point - 1)}",
        _ => $"{digits[0]}.{digits[1..]}e{Signed(point - 1)}",
    };

    private static string Signed(int exponent) => exponent.ToString("+0;-0", CultureInfo.InvariantCulture);
}
