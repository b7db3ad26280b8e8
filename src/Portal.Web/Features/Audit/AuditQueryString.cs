using System.Globalization;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;

namespace Portal.Web.Features.Audit;

/// <summary>
/// The filter of the log as it stands in an address. Times are ISO 8601; a bare date is a day of UTC, and the day of
/// <paramref name="To"/> counts as a whole.
/// </summary>
public sealed record AuditQueryString(
    string? From, string? To, string? Actor, string? Action, string? ObjectType, string? ObjectId, string? Decision,
    string? Text)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The filter, or every fault of the query.</summary>
    public Result<AuditFilter> ToFilter()
    {
        var faults = new List<FieldError>();
        var filter = new AuditFilter
        {
            From = ReadTime(From, "from", endOfDay: false, faults),
            To = ReadTime(To, "to", endOfDay: true, faults),
            Actor = NullIfBlank(Actor),
            Action = NullIfBlank(Action),
            ObjectType = NullIfBlank(ObjectType),
            ObjectId = NullIfBlank(ObjectId),
            Decision = ReadDecision(faults),
            Text = NullIfBlank(Text),
        };
        return faults.Count == 0
            ? filter
            : new Invalid("audit-filter-invalid", "The filter can't be read.") { Fields = [.. faults] };
    }

    /// <summary>The query of an address, without what is empty; begins with an ampersand or is empty.</summary>
    public string ToAddress()
    {
        (string Name, string? Value)[] parts =
        [
            ("from", From), ("to", To), ("actor", Actor), ("action", Action), ("objectType", ObjectType),
            ("objectId", ObjectId), ("decision", Decision), ("text", Text),
        ];
        return string.Concat(parts
            .Where(p => !string.IsNullOrWhiteSpace(p.Value))
            .Select(p => $"&{p.Name}={Uri.EscapeDataString(p.Value!.Trim())}"));
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? ReadTime(string? text, string path, bool endOfDay, List<FieldError> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, DayFormat, culture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            return new(endOfDay ? day.AddDays(1) : day, TimeOnly.MinValue, TimeSpan.Zero);
        }

        if (DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.ToUniversalTime();
        }

        faults.Add(new("time-invalid", $"'{path}' is not a time, such as 2026-03-01 or 2026-03-01T09:30:00Z.", path));
        return null;
    }

    private Decision? ReadDecision(List<FieldError> faults)
    {
        switch (NullIfBlank(Decision))
        {
            case null:
                return null;
            case "allow":
                return Tenancy.Storage.Events.Decision.Allow;
            case "deny":
                return Tenancy.Storage.Events.Decision.Deny;
            default:
                faults.Add(new("decision-unknown", "'decision' is allow or deny.", "decision"));
                return null;
        }
    }
}
