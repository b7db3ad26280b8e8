using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <summary>A position of the log as an opaque word.</summary>
internal static class AuditCursor
{
    public static string Write(LogPosition position) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{position.Epoch}.{position.Transaction}.{position.Row}")));

    public static bool TryRead(string text, out LogPosition position)
    {
        position = default;
        if (text.Length > 100 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        var culture = CultureInfo.InvariantCulture;
        if (parts.Length != 3
            || !int.TryParse(parts[0], NumberStyles.None, culture, out var epoch)
            || !ulong.TryParse(parts[1], NumberStyles.None, culture, out var transaction)
            || !long.TryParse(parts[2], NumberStyles.None, culture, out var row))
        {
            return false;
        }

        position = new(epoch, transaction, row);
        return true;
    }
}
