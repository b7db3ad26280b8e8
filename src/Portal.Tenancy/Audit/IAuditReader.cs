using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <summary>
/// A tenant's log as people read and export it. With <c>personal</c> false, personal fields, addresses included, stay
/// shut and are named in <see cref="StoredEvent.Withheld"/>. Who may see what is decided by the caller.
/// </summary>
public interface IAuditReader
{
    /// <summary>
    /// The newest events first. <paramref name="limit"/> is 1–500; <paramref name="cursor"/> is the page before's
    /// <see cref="AuditPage.Next"/>. Refused with <c>cursor-malformed</c> when the cursor is not one.
    /// </summary>
    Task<Result<AuditPage>> ListAsync(
        TenantId tenant, AuditFilter filter, int limit, string? cursor, bool personal, CancellationToken cancel);

    /// <summary>
    /// Every event after <paramref name="after"/> in the order of the log, oldest first. It ends before the oldest
    /// transaction that is still running, so nothing can ever appear behind what was read; what was committed a moment
    /// ago may be missing. Each page is a short transaction of its own.
    /// </summary>
    IAsyncEnumerable<StoredEvent> StreamAsync(
        TenantId tenant, AuditFilter filter, LogPosition after, bool personal, CancellationToken cancel);
}
