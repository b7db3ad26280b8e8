using Npgsql;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Database;

/// <inheritdoc />
internal sealed class TenantDatabase(NpgsqlDataSource source) : ITenantDatabase
{
    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        TenantId tenant, DbWrite query, Func<NpgsqlDataReader, T> map, CancellationToken cancel)
    {
        await using var batch = TenantBatch.Begin(source, tenant);
        batch.Add(query);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(map(reader));
        }

        // An error behind the rows shows only when the results are read to their end.
        await reader.NextResultAsync(cancel);
        return rows;
    }

    public async Task<T?> FindAsync<T>(
        TenantId tenant, DbWrite query, Func<NpgsqlDataReader, T> map, CancellationToken cancel)
    {
        var rows = await QueryAsync(tenant, query, map, cancel);
        return rows.Count switch
        {
            0 => default,
            1 => rows[0],
            _ => throw new InvalidOperationException("The query yields more than one row."),
        };
    }

    public async Task<int> WriteAsync(TenantId tenant, IReadOnlyList<DbWrite> writes, CancellationToken cancel)
    {
        await using var batch = TenantBatch.Begin(source, tenant);
        foreach (var write in writes)
        {
            batch.Add(write);
        }

        return Math.Max(0, await batch.ExecuteNonQueryAsync(cancel));
    }
}
