using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Tenancy.Storage.Migrations;

/// <summary>
/// Brings one database up to date. Two nodes may start together: the second waits and finds nothing to do.
/// </summary>
internal sealed partial class Migrator(IEnumerable<IMigrationSource> sources, ILogger<Migrator> log)
{
    // Any constant will do as long as all nodes use the same; the bytes spell "portal".
    public const long LockKey = 0x706F7274616C;

    public async Task ApplyAsync(NpgsqlConnection connection, MigrationTarget target, CancellationToken cancel)
    {
        var all = Ordered(target);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancel);
        try
        {
            await ExecuteAsync(connection, Bookkeeping, cancel);
            var applied = await AppliedAsync(connection, cancel);
            foreach (var migration in all)
            {
                await ApplyAsync(connection, migration, applied, cancel);
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private const string Bookkeeping = """
        create table if not exists schema_migrations (
            number integer primary key, name text not null, sha256 text not null,
            applied_at timestamptz not null default now());
        """;

    private List<Migration> Ordered(MigrationTarget target)
    {
        var all = sources.Where(s => s.Target == target).SelectMany(s => s.Migrations).OrderBy(m => m.Number).ToList();
        var twice = all.GroupBy(m => m.Number).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? all
            : throw new InvalidOperationException(
                $"Migration {twice.Key:D4} is there twice: {string.Join(", ", twice.Select(m => m.Name))}.");
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(
        NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select number, sha256 from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancel))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    private async Task ApplyAsync(
        NpgsqlConnection connection, Migration migration, Dictionary<int, string> applied, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql)));
        if (applied.TryGetValue(migration.Number, out var before))
        {
            if (before != hash)
            {
                throw new InvalidOperationException(
                    $"Migration {migration.Number:D4}_{migration.Name} was changed after it had been applied.");
            }

            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, migration.Sql, cancel);
        await using var record = new NpgsqlCommand(
            "insert into schema_migrations (number, name, sha256) values ($1, $2, $3)", connection);
        record.Parameters.AddWithValue(migration.Number);
        record.Parameters.AddWithValue(migration.Name);
        record.Parameters.AddWithValue(hash);
        await record.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogApplied(migration.Number, migration.Name, connection.Database);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        // The text is a constant of the product or an embedded migration, never input.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(4001, LogLevel.Information, "Applied migration {Number} {Name} to {Database}")]
    private partial void LogApplied(int number, string name, string database);
}
