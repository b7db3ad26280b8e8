using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Database;

namespace Portal.Tenancy.Storage.Events;

/// <inheritdoc />
internal sealed class EventStore(
    NpgsqlDataSource source, ITenantDatabase database, EventCodec codec, TimeProvider clock)
    : IEventStore
{
    private const string HeadMoved = "PTL01";

    private const string InsertCommand = """
        insert into commands (tenant_id, principal, command_id, request_hash, response, at)
        values ($1, $2, $3, $4, $5, $6)
        """;

    // A row that is being worked on keeps its lease, so that the same key never runs twice at a time.
    private const string UpsertDue = """
        insert into due_work (tenant_id, key, due_at, kind, command) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, key) do update set due_at = excluded.due_at, kind = excluded.kind,
            command = excluded.command, attempt = 0, generation = excluded.generation, last_error = null, parked = false
        """;

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(
        TenantId tenant, string stream, long afterVersion, CancellationToken cancel)
    {
        var query = new DbWrite(
            EventSql.Select + " where tenant_id = $1 and stream = $2 and version > $3 order by version",
            tenant.Value, stream, afterVersion);
        var rows = await database.QueryAsync(tenant, query, EventSql.Read, cancel);
        var events = new List<StoredEvent>(rows.Count);
        foreach (var (row, position) in rows)
        {
            events.Add(await codec.DecodeAsync(row, position, personal: true, cancel));
        }

        return events;
    }

    public Task<long> HeadAsync(TenantId tenant, string stream, CancellationToken cancel) =>
        database.FindAsync(
            tenant,
            new DbWrite("select version from streams where tenant_id = $1 and stream = $2", tenant.Value, stream),
            reader => reader.GetInt64(0),
            cancel);

    public Task<CommandRecord?> FindCommandAsync(
        TenantId tenant, string principal, string commandId, CancellationToken cancel) =>
        database.FindAsync(
            tenant,
            new DbWrite(
                """
                select command_id, request_hash, response from commands
                where tenant_id = $1 and principal = $2 and command_id = $3
                """,
                tenant.Value, principal, commandId),
            reader => new CommandRecord(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetString(2)),
            cancel);

    public async Task<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancel)
    {
        await using var batch = await BuildAsync(request, cancel);
        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
            return new(AppendStatus.Committed, request.ExpectedVersion + request.Events.Length);
        }
        catch (PostgresException e) when (Refusal(e) is { } status)
        {
            return new(status, request.ExpectedVersion, e.ConstraintName);
        }
    }

    // The idempotency row comes first: a command that was done before must read as repeated, not as moved.
    private async Task<NpgsqlBatch> BuildAsync(AppendRequest request, CancellationToken cancel)
    {
        var principal = request.Principal;
        var rows = new List<EventRow>(request.Events.Length);
        foreach (var added in request.Events)
        {
            rows.Add(await codec.EncodeAsync(request, added, request.ExpectedVersion + rows.Count + 1, cancel));
        }

        var batch = TenantBatch.Begin(source, principal.Tenant);
        if (request.Command is { } command)
        {
            AddCommand(batch, principal, command);
        }

        AddHeads(batch, request);
        foreach (var row in rows)
        {
            batch.Add(EventSql.Insert, EventSql.Parameters(row));
        }

        foreach (var write in request.Writes)
        {
            batch.Add(write);
        }

        foreach (var due in request.Due.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            batch.Add(new DbWrite(
                UpsertDue, principal.Tenant.Value, due.Key, due.DueAt, due.Kind, due.Command));
        }

        return batch;
    }

    private void AddCommand(NpgsqlBatch batch, Principal principal, CommandRecord command) =>
        batch.Add(new DbWrite(
            InsertCommand,
            principal.Tenant.Value,
            principal.Actor,
            command.CommandId,
            command.RequestHash,
            command.Response,
            clock.GetUtcNow()));

    // Lock order: heads by their key's UTF-16 code units, the own head among them.
    private static void AddHeads(NpgsqlBatch batch, AppendRequest request)
    {
        var heads = request.Expects
            .Append(new Expect(request.Stream, request.ExpectedVersion))
            .Distinct()
            .OrderBy(e => e.Stream, StringComparer.Ordinal)
            .ToImmutableArray();
        var own = heads.IndexOf(new Expect(request.Stream, request.ExpectedVersion)) + 1;
        batch.Add(
            "select portal_heads($1, $2, $3, $4, $5)",
            TenantBatch.Typed(request.Principal.Tenant.Value, NpgsqlDbType.Uuid),
            TenantBatch.Typed(heads.Select(h => h.Stream).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
            TenantBatch.Typed(heads.Select(h => h.Version).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint),
            TenantBatch.Typed(own, NpgsqlDbType.Integer),
            TenantBatch.Typed(request.Events.Length, NpgsqlDbType.Integer));
    }

    private static AppendStatus? Refusal(PostgresException e) => (e.SqlState, e.ConstraintName) switch
    {
        (HeadMoved, _) => AppendStatus.Moved,
        (PostgresErrorCodes.UniqueViolation, "commands_pkey") => AppendStatus.Repeated,
        (PostgresErrorCodes.UniqueViolation, "events_pkey") => AppendStatus.Moved,
        (PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation, not null) => AppendStatus.Duplicate,
        (PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected, _) => AppendStatus.Moved,
        (PostgresErrorCodes.LockNotAvailable, _) => AppendStatus.Moved,
        _ => null,
    };
}
