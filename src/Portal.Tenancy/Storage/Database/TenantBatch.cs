using Npgsql;
using NpgsqlTypes;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Database;

/// <summary>
/// Builds the one batch of a call. Its first statement sets the tenant for row-level security; sent without BEGIN, a
/// batch is one implicit transaction and one round trip.
/// </summary>
internal static class TenantBatch
{
    public static NpgsqlBatch Begin(NpgsqlDataSource source, TenantId tenant)
    {
        var batch = source.CreateBatch();
        batch.Add("select set_config('app.tenant_id', $1, true)", Text(tenant.Value.ToString()));
        return batch;
    }

    public static void Add(this NpgsqlBatch batch, DbWrite write)
    {
        var command = new NpgsqlBatchCommand(write.Sql);
        foreach (var value in write.Parameters)
        {
            command.Parameters.Add(Parameter(value));
        }

        batch.BatchCommands.Add(command);
    }

    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }

    public static NpgsqlParameter Text(string? value) => Typed(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Typed(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    // Npgsql writes only UTC into timestamptz.
    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        NpgsqlParameter parameter => parameter,
        DateTimeOffset at => Typed(at.ToUniversalTime(), NpgsqlDbType.TimestampTz),
        TenantId tenant => new() { Value = tenant.Value },
        _ => new() { Value = value ?? DBNull.Value },
    };
}
