using System.Globalization;

namespace Portal.Web.Features.Datasets;

/// <summary>Sizes of files as people read them.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB"];

    /// <summary>In powers of 1,000, with one digit behind the point from kB on.</summary>
    public static string Of(long bytes)
    {
        double value = bytes;
        var unit = 0;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return $"{value.ToString(unit == 0 ? "0" : "0.#", CultureInfo.CurrentCulture)} {Units[unit]}";
    }
}
