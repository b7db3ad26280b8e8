using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Migrations;

namespace Portal.Tenancy.Storage.Database;

/// <summary>Makes roles and databases where they are missing and brings each database up to date.</summary>
internal sealed class DatabaseSetup(
    IOptions<PortalOptions> options, DatabaseNames names, DatabasePasswords passwords, Migrator migrator)
{
    private const int TransactionTimeoutSince = 17;

    public async Task RunAsync(CancellationToken cancel)
    {
        var cells = options.Value.Regions.Select(r => names.Of(new RegionCode(r))).ToList();
        await using (var connection = await OpenAsync(names.Migration(), cancel))
        {
            // Roles belong to the whole server, so nodes and cells that start together take turns.
            await ExecuteAsync(connection, $"select pg_advisory_lock({Migrator.LockKey})", cancel);
            await RoleAsync(connection, DatabaseNames.AppRole, passwords.App, cancel);
            await RoleAsync(connection, DatabaseNames.SystemRole, passwords.System, cancel);
            foreach (var database in cells.Append(names.Directory))
            {
                await DatabaseAsync(connection, database, cancel);
            }
        }

        foreach (var database in cells)
        {
            await MigrateAsync(database, MigrationTarget.Cell, cancel);
        }

        await MigrateAsync(names.Directory, MigrationTarget.Directory, cancel);
    }

    private async Task MigrateAsync(string database, MigrationTarget target, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(names.Migration(database), cancel);
        await migrator.ApplyAsync(connection, target, cancel);
    }

    private static async Task RoleAsync(
        NpgsqlConnection connection, string role, string password, CancellationToken cancel)
    {
        if (!await ExistsAsync(connection, "select 1 from pg_roles where rolname = $1", role, cancel))
        {
            await ExecuteAsync(connection, $"create role {role} login nosuperuser nobypassrls noinherit", cancel);
        }

        // ALTER ROLE takes no parameters; the password is hexadecimal, made by DatabasePasswords.
        await ExecuteAsync(connection, $"alter role {role} password '{password}'", cancel);
        foreach (var setting in Settings(connection.PostgreSqlVersion.Major))
        {
            await ExecuteAsync(connection, $"alter role {role} set {setting}", cancel);
        }
    }

    // One open writing transaction stalls everybody who reads the log in order, hence the limits.
    private static IEnumerable<string> Settings(int serverMajor)
    {
        yield return "statement_timeout = '5s'";
        yield return "idle_in_transaction_session_timeout = '5s'";
        yield return "lock_timeout = '3s'";
        if (serverMajor >= TransactionTimeoutSince)
        {
            yield return "transaction_timeout = '5s'";
        }
    }

    private static async Task DatabaseAsync(NpgsqlConnection connection, string database, CancellationToken cancel)
    {
        if (await ExistsAsync(connection, "select 1 from pg_database where datname = $1", database, cancel))
        {
            return;
        }

        await ExecuteAsync(connection, $"create database {database} encoding 'UTF8' template template0", cancel);
        await ExecuteAsync(connection, $"revoke all on database {database} from public", cancel);
        await ExecuteAsync(
            connection,
            $"grant connect on database {database} to {DatabaseNames.AppRole}, {DatabaseNames.SystemRole}",
            cancel);
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection connection, string sql, string name, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Constants of this class; names are checked by PortalOptionsValidator.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Constants of this class; names are checked by PortalOptionsValidator.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }
}
