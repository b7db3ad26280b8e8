using System.Runtime.CompilerServices;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;

namespace Portal.Tenancy.Audit;

/// <inheritdoc />
internal sealed class AuditReader(ITenantDatabase database, EventCodec codec) : IAuditReader
{
    private const int LargestPage = 500;

    public async Task<Result<AuditPage>> ListAsync(
        TenantId tenant, AuditFilter filter, int limit, string? cursor, bool personal, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
        LogPosition? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!AuditCursor.TryRead(cursor, out var position))
            {
                return new Invalid("cursor-malformed", "The cursor is not one that a page gave.");
            }

            before = position;
        }

        // One row more than asked for tells whether there is a next page.
        var query = new AuditQuery(tenant, filter).Before(before, limit + 1);
        var rows = await database.QueryAsync(tenant, query, EventSql.Read, cancel);
        var items = new List<StoredEvent>(limit);
        foreach (var (row, position) in rows.Take(limit))
        {
            items.Add(await codec.DecodeAsync(row, position, personal, cancel));
        }

        return new AuditPage(items, rows.Count > limit ? AuditCursor.Write(items[^1].LogPosition) : null);
    }

    public async IAsyncEnumerable<StoredEvent> StreamAsync(
        TenantId tenant,
        AuditFilter filter,
        LogPosition after,
        bool personal,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        int read;
        do
        {
            var query = new AuditQuery(tenant, filter).After(after, LargestPage);
            var rows = await database.QueryAsync(tenant, query, EventSql.Read, cancel);
            read = rows.Count;
            foreach (var (row, position) in rows)
            {
                after = position;
                yield return await codec.DecodeAsync(row, position, personal, cancel);
            }
        }
        while (read == LargestPage);
    }
}
