using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <summary>Which events to list. What is null does not filter.</summary>
public sealed record AuditFilter
{
    /// <summary>Every event.</summary>
    public static AuditFilter All { get; } = new();

    /// <summary>The earliest time, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest time, exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Who did it, or on whose behalf: <c>usr_…</c>, <c>key_…</c>, <c>system</c>.</summary>
    public string? Actor { get; init; }

    /// <summary>The exact action.</summary>
    public string? Action { get; init; }

    /// <summary>The kind of thing.</summary>
    public string? ObjectType { get; init; }

    /// <summary>The thing's outward id.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Allowed or denied.</summary>
    public Decision? Decision { get; init; }

    /// <summary>
    /// Found anywhere in action, type, object, reason or body, in any case; personal fields are not searched.
    /// </summary>
    public string? Text { get; init; }
}
