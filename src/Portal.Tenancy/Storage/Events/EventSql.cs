using Npgsql;
using NpgsqlTypes;
using Portal.Tenancy.Storage.Database;

namespace Portal.Tenancy.Storage.Events;

/// <summary>The columns of the table of events, in one order for writing and reading.</summary>
internal static class EventSql
{
    private const string Columns = """
        tenant_id, stream, version, event_id, type, type_version, occurred_at, actor_type, actor_id, session_id,
        auth_strength, on_behalf_of, action, object_type, object_id, object_version, object_hash, decision,
        policy_id, policy_version, reason, approval_ids, correlation_id, causation_id, command_id, region, node,
        classification, legal_basis, body, personal
        """;

    public const string Insert = $"""
        insert into events ({Columns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)
        """;

    public const string Select = $"select {Columns}, epoch, xid, pos from events";

    public static NpgsqlParameter[] Parameters(EventRow row) =>
    [
        TenantBatch.Typed(row.Tenant, NpgsqlDbType.Uuid),
        TenantBatch.Text(row.Stream),
        TenantBatch.Typed(row.Version, NpgsqlDbType.Bigint),
        TenantBatch.Typed(row.EventId, NpgsqlDbType.Uuid),
        TenantBatch.Text(row.Type),
        TenantBatch.Typed(row.TypeVersion, NpgsqlDbType.Integer),
        TenantBatch.Typed(row.OccurredAt, NpgsqlDbType.TimestampTz),
        TenantBatch.Text(row.ActorType),
        TenantBatch.Text(row.ActorId),
        TenantBatch.Text(row.SessionId),
        TenantBatch.Text(row.AuthStrength),
        TenantBatch.Text(row.OnBehalfOf),
        TenantBatch.Text(row.Action),
        TenantBatch.Text(row.ObjectType),
        TenantBatch.Text(row.ObjectId),
        TenantBatch.Text(row.ObjectVersion),
        TenantBatch.Text(row.ObjectHash),
        TenantBatch.Text(row.Decision),
        TenantBatch.Text(row.PolicyId),
        TenantBatch.Text(row.PolicyVersion),
        TenantBatch.Text(row.Reason),
        TenantBatch.Typed(row.ApprovalIds, NpgsqlDbType.Array | NpgsqlDbType.Text),
        TenantBatch.Typed(row.CorrelationId, NpgsqlDbType.Uuid),
        TenantBatch.Typed(row.CausationId, NpgsqlDbType.Uuid),
        TenantBatch.Text(row.CommandId),
        TenantBatch.Text(row.Region),
        TenantBatch.Text(row.Node),
        TenantBatch.Text(row.Classification),
        TenantBatch.Text(row.LegalBasis),
        TenantBatch.Typed(row.Body, NpgsqlDbType.Bytea),
        TenantBatch.Typed(row.Personal, NpgsqlDbType.Bytea),
    ];

    public static (EventRow Row, LogPosition Position) Read(NpgsqlDataReader reader)
    {
        var row = new EventRow
        {
            Tenant = reader.GetGuid(0),
            Stream = reader.GetString(1),
            Version = reader.GetInt64(2),
            EventId = reader.GetGuid(3),
            Type = reader.GetString(4),
            TypeVersion = reader.GetInt32(5),
            OccurredAt = reader.GetFieldValue<DateTimeOffset>(6),
            ActorType = reader.GetString(7),
            ActorId = reader.GetString(8),
            SessionId = TextOrNull(reader, 9),
            AuthStrength = reader.GetString(10),
            OnBehalfOf = TextOrNull(reader, 11),
            Action = reader.GetString(12),
            ObjectType = reader.GetString(13),
            ObjectId = reader.GetString(14),
            ObjectVersion = TextOrNull(reader, 15),
            ObjectHash = TextOrNull(reader, 16),
            Decision = reader.GetString(17),
            PolicyId = TextOrNull(reader, 18),
            PolicyVersion = TextOrNull(reader, 19),
            Reason = TextOrNull(reader, 20),
            ApprovalIds = reader.GetFieldValue<string[]>(21),
            CorrelationId = reader.GetGuid(22),
            CausationId = reader.IsDBNull(23) ? null : reader.GetGuid(23),
            CommandId = TextOrNull(reader, 24),
            Region = reader.GetString(25),
            Node = reader.GetString(26),
            Classification = reader.GetString(27),
            LegalBasis = TextOrNull(reader, 28),
            Body = reader.GetFieldValue<byte[]>(29),
            Personal = reader.IsDBNull(30) ? null : reader.GetFieldValue<byte[]>(30),
        };
        return (row, new(reader.GetInt32(31), reader.GetFieldValue<ulong>(32), reader.GetInt64(33)));
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
