using System.Globalization;
using Portal.Tenancy.Audit;

namespace Portal.Grains.Audit;

/// <summary>A filter as one line, for the events that record what was read. The searched text is left out.</summary>
internal static class AuditFilterText
{
    // What somebody searches for may be a person's name, and this line is never erased.
    public static string? Of(AuditFilter filter)
    {
        (string Name, string? Value)[] parts =
        [
            ("from", filter.From?.ToString("O", CultureInfo.InvariantCulture)),
            ("to", filter.To?.ToString("O", CultureInfo.InvariantCulture)),
            ("actor", filter.Actor),
            ("action", filter.Action),
            ("objectType", filter.ObjectType),
            ("objectId", filter.ObjectId),
            ("decision", filter.Decision?.ToString().ToLowerInvariant()),
            ("text", string.IsNullOrEmpty(filter.Text) ? null : "(not recorded)"),
        ];
        var line = string.Join("; ", parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
        return line.Length == 0 ? null : line;
    }
}
