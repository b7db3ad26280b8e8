using System.Globalization;

namespace Portal.Web.Ui;

/// <summary>Ids that tie a label to its control; unique within the process, which is more than a page needs.</summary>
internal static class ElementId
{
    private static long _last;

    public static string New(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _last)}");
}
