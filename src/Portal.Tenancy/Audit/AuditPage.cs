using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <summary>A page of the log; <paramref name="Next"/> asks for the following one and is null on the last.</summary>
public sealed record AuditPage(IReadOnlyList<StoredEvent> Items, string? Next);
