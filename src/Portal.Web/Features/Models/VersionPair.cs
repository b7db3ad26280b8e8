using System.Globalization;

namespace Portal.Web.Features.Models;

/// <summary>Two versions to compare, as in <c>?versions=1,2</c>.</summary>
public readonly record struct VersionPair(int First, int Second)
{
    /// <summary>Reads two positive numbers with a comma between them.</summary>
    public static bool TryParse(string? text, out VersionPair pair)
    {
        var parts = text?.Split(',') ?? [];
        var ok = parts.Length == 2 & TryNumber(parts.ElementAtOrDefault(0), out var first)
            & TryNumber(parts.ElementAtOrDefault(1), out var second);
        pair = ok ? new(first, second) : default;
        return ok;
    }

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
