using Portal.Grains.Runtime;

namespace Portal.Grains.Audit;

/// <summary>Somebody read a page of the log, personal fields and all.</summary>
[EventType("audit.read")]
public sealed record AuditRead(string? Filter, int Events) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Classification = "confidential" };
}

/// <summary>Somebody began to export the log. Committed before the first byte leaves.</summary>
[EventType("audit.exported")]
public sealed record AuditExported(string? Filter, string Format, DateTimeOffset AsOf) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Classification = "confidential" };
}

/// <summary>An export was sent to its end: the log itself knows how the file looked.</summary>
/// <param name="Format">csv or json.</param>
/// <param name="AsOf">As in the event of its beginning.</param>
/// <param name="Events">How many events it holds.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="Sha256">Of the whole file, lower-case hex.</param>
[EventType("audit.export-completed")]
public sealed record AuditExportCompleted(
    string Format, DateTimeOffset AsOf, long Events, long Bytes, string Sha256) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { ObjectHash = Sha256, Classification = "confidential" };
}
