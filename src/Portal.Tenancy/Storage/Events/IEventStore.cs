using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Events;

/// <summary>The cell's append-only log of events: truth and audit log in one.</summary>
public interface IEventStore
{
    /// <summary>
    /// The events of one stream after <paramref name="afterVersion"/> in the order of their versions, personal fields
    /// opened where their key still exists.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(
        TenantId tenant, string stream, long afterVersion, CancellationToken cancel);

    /// <summary>The version of a stream's head; 0 when it does not exist.</summary>
    Task<long> HeadAsync(TenantId tenant, string stream, CancellationToken cancel);

    /// <summary>
    /// Commits a command in one transaction and one round trip: events, read models, due work, outbox, idempotency row.
    /// When it returns <see cref="AppendStatus.Committed"/> the command is durable; in every other case nothing
    /// changed.
    /// </summary>
    Task<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancel);

    /// <summary>The first answer of a command that this principal sent before; null when there was none.</summary>
    Task<CommandRecord?> FindCommandAsync(
        TenantId tenant, string principal, string commandId, CancellationToken cancel);
}
