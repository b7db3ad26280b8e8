using System.Text;

namespace Portal.Compute.Data;

/// <summary>Strings that stand for "no value", compared after trimming and without regard to case.</summary>
/// <remarks>
/// "none" and "unknown" are not in the list: in real files they are answers. Serving uses the same list, so that a
/// value is missing there exactly when it was missing in training.
/// </remarks>
public static class MissingTokens
{
    private const int LengthMax = 7;

    /// <summary>The tokens, in lower case; the empty string comes first.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["", "na", "n/a", "#n/a", "<na>", "nan", "null", "?", "-", "--", "\\n", "missing"];

    /// <summary>True when the trimmed UTF-8 value stands for "no value".</summary>
    public static bool IsMissing(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return true;
        }

        return value.Length <= LengthMax && (value[0] | 0x20) switch
        {
            'n' => Matches(value, "na"u8) || Matches(value, "n/a"u8) || Matches(value, "nan"u8)
                || Matches(value, "null"u8),
            '?' => value.Length == 1,
            '-' => value.Length == 1 || (value.Length == 2 && value[1] == '-'),
            '#' => Matches(value, "#n/a"u8),
            '<' => Matches(value, "<na>"u8),
            // A backslash or'ed with 0x20 is a bar.
            '|' => value.Length == 2 && value[0] == '\\' && value[1] == 'N',
            'm' => Matches(value, "missing"u8),
            _ => false,
        };
    }

    /// <summary>True when the value, trimmed, stands for "no value"; null does.</summary>
    public static bool IsMissing(string? value)
    {
        var trimmed = value.AsSpan().Trim(" \t");
        if (trimmed.Length > LengthMax)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[LengthMax * 3];
        return IsMissing(bytes[..Encoding.UTF8.GetBytes(trimmed, bytes)]);
    }

    private static bool Matches(ReadOnlySpan<byte> value, ReadOnlySpan<byte> token) =>
        Ascii.EqualsIgnoreCase(value, token);
}
