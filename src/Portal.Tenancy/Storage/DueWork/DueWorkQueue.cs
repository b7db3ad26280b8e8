using Npgsql;
using NpgsqlTypes;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Database;

namespace Portal.Tenancy.Storage.DueWork;

/// <inheritdoc />
/// <remarks>
/// A command may replace a row while it is being worked on: its generation changes, its attempt goes back to 0, the
/// lease stays. Ending the old generation then only gives the lease back. Attempts count up with every lease, so owner,
/// generation and attempt name one lease. Times are the node's clock: clocks must agree to well within a lease.
/// </remarks>
internal sealed class DueWorkQueue(NpgsqlDataSource source, string node, TimeProvider clock) : IDueWorkQueue
{
    private const int ErrorLength = 2000;
    private const string Row = "tenant_id = $1 and key = $2 and lease_owner = $3";
    private const string Leased = Row + " and generation = $4 and attempt = $5";
    private const string Replaced = Row + " and generation <> $4 and attempt = 0";

    private const string Take = """
        with due as (
            select tenant_id, key from due_work
            where not parked and kind = any($5) and due_at <= $1 and (lease_until is null or lease_until < $1)
            order by due_at limit $2 for update skip locked)
        update due_work d set lease_until = $3, lease_owner = $4, attempt = attempt + 1
        from due where d.tenant_id = due.tenant_id and d.key = due.key
        returning d.tenant_id, d.key, d.kind, d.command, d.attempt, d.generation, d.due_at
        """;

    private readonly string _owner = $"{node}/{Guid.NewGuid():N}";

    public async Task<IReadOnlyList<DueWorkItem>> TakeAsync(
        IReadOnlyCollection<string> kinds, int max, TimeSpan lease, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var batch = source.CreateBatch();
        batch.Add(
            Take,
            At(now),
            new() { Value = max },
            At(now + lease),
            TenantBatch.Text(_owner),
            TenantBatch.Typed(kinds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var taken = new List<DueWorkItem>();
        while (await reader.ReadAsync(cancel))
        {
            taken.Add(new(
                new TenantId(reader.GetGuid(0)),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetInt32(4),
                reader.GetInt64(5),
                reader.GetFieldValue<DateTimeOffset>(6)));
        }

        taken.Sort((a, b) => a.DueAt.CompareTo(b.DueAt));
        return taken;
    }

    public Task CompleteAsync(DueWorkItem work, CancellationToken cancel) =>
        EndAsync(work, $"delete from due_work where {Leased}", [], cancel);

    public Task RetryAsync(DueWorkItem work, TimeSpan delay, string error, CancellationToken cancel) =>
        EndAsync(
            work,
            $"""
            update due_work set lease_until = null, lease_owner = null, due_at = $6, last_error = $7
            where {Leased}
            """,
            [At(clock.GetUtcNow() + delay), Error(error)],
            cancel);

    public Task ParkAsync(DueWorkItem work, string error, CancellationToken cancel) =>
        EndAsync(
            work,
            $"""
            update due_work set lease_until = null, lease_owner = null, parked = true, last_error = $6
            where {Leased}
            """,
            [Error(error)],
            cancel);

    public async Task<bool> ExtendAsync(DueWorkItem work, TimeSpan lease, CancellationToken cancel)
    {
        await using var batch = source.CreateBatch();
        batch.Add(
            $"update due_work set lease_until = $6 where ({Leased}) or ({Replaced})",
            [.. Names(work), At(clock.GetUtcNow() + lease)]);
        return await batch.ExecuteNonQueryAsync(cancel) > 0;
    }

    private async Task EndAsync(DueWorkItem work, string sql, NpgsqlParameter[] more, CancellationToken cancel)
    {
        await using var batch = source.CreateBatch();
        batch.Add(sql, [.. Names(work), .. more]);
        batch.Add(
            $"update due_work set lease_until = null, lease_owner = null where {Replaced}", Names(work).AsSpan(0, 4));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlParameter[] Names(DueWorkItem work) =>
    [
        new() { Value = work.Tenant.Value },
        TenantBatch.Text(work.Key),
        TenantBatch.Text(_owner),
        new() { Value = work.Generation },
        new() { Value = work.Attempt },
    ];

    private static NpgsqlParameter At(DateTimeOffset at) =>
        TenantBatch.Typed(at.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Error(string error) =>
        TenantBatch.Text(error.Length <= ErrorLength ? error : error[..ErrorLength]);
}
