using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Tests;

/// <summary>
/// Row-level security of every table of a cell's database, whoever's migration made it. Uses the database up:
/// constraints that hinder a made-up row are dropped.
/// </summary>
public sealed class RowSecurityMatrix(TestPortal portal)
{
    private static readonly TenantId Mine = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"));
    private static readonly TenantId Theirs = new(Guid.Parse("00000000-0000-7000-8000-00000000000b"));

    /// <summary>Tables that hold a tenant's rows.</summary>
    public Task<IReadOnlyList<string>> TablesAsync() => NamesAsync("""
        select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
            select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
        order by 1
        """);

    /// <summary>Tables of tenants that are not as <c>portal_tenant_table</c> makes them, with what is wrong.</summary>
    public Task<IReadOnlyList<string>> FaultsAsync() => NamesAsync("""
        with tenant_tables as (
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnotnull, a.attnum
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p'))
        select relname || ': not forced' from tenant_tables where not relrowsecurity or not relforcerowsecurity
        union all select relname || ': tenant_id may be null' from tenant_tables where not attnotnull
        union all select relname || ': no policy for portal_app with using and with check' from tenant_tables t
            where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*'
                and p.polroles = array['portal_app'::regrole::oid]
                and p.polqual is not null and p.polwithcheck is not null)
        union all select relname || ': no primary key' from tenant_tables t
            where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)
        union all select relname || ': ' || i.indexrelid::regclass || ' does not begin with tenant_id'
            from tenant_tables t join pg_index i on i.indrelid = t.oid
            where i.indisunique and i.indkey[0] <> t.attnum
        union all select relname || ': ' || k.conname || ' does not begin with tenant_id'
            from tenant_tables t join pg_constraint k on k.conrelid = t.oid
            where k.contype = 'f' and k.conkey[1] <> t.attnum
        union all select v.relname || ': view without security_invoker' from pg_class v
            join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'public'
            where v.relkind = 'v' and not coalesce('security_invoker=true' = any(v.reloptions), false)
        union all select v.relname || ': materialised view' from pg_class v
            join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'public' where v.relkind = 'm'
        """);

    /// <summary>
    /// Puts one made-up row of a tenant into a table and says what others can do to it; empty when nothing.
    /// </summary>
    public async Task<IReadOnlyList<string>> LeaksAsync(string table)
    {
        await InsertMadeUpRowAsync(table);
        var leaks = new List<string>();
        var count = new DbWrite($"select count(*) from {table}");
        var database = portal.Cell.Database;
        if (await database.FindAsync(Mine, count, r => r.GetInt64(0), CancellationToken.None) != 1)
        {
            leaks.Add($"{table}: its own tenant does not see the row");
        }

        if (await database.FindAsync(Theirs, count, r => r.GetInt64(0), CancellationToken.None) != 0)
        {
            leaks.Add($"{table}: another tenant sees the row");
        }

        await using var app = await OpenAppAsync();
        await using var unset = new NpgsqlCommand($"select count(*) from {table}", app);
        if ((long)(await unset.ExecuteScalarAsync() ?? 0L) != 0)
        {
            leaks.Add($"{table}: the row is seen without a tenant");
        }

        var mine = $"where tenant_id = '{Mine.Value}'";
        await TryAsync(leaks, table, $"update {table} set tenant_id = '{Theirs.Value}' {mine}");
        await TryAsync(leaks, table, $"delete from {table} {mine}");
        return leaks;
    }

    private async Task TryAsync(List<string> leaks, string table, string sql)
    {
        try
        {
            if (await portal.Cell.Database.WriteAsync(Theirs, [new DbWrite(sql)], CancellationToken.None) > 0)
            {
                leaks.Add($"{table}: another tenant could {sql}");
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Not even granted: that is a refusal too.
        }
    }

    private async Task InsertMadeUpRowAsync(string table)
    {
        await using var owner = new NpgsqlConnection(portal.CellAsOwner);
        await owner.OpenAsync();
        await ExecuteAsync(owner, "set session_replication_role = replica");
        await ExecuteAsync(owner, $"""
            do $$
            declare
                names text;
                vals text;
                con record;
            begin
                for con in select conname from pg_constraint
                    where conrelid = '{table}'::regclass and contype in ('c', 'f') loop
                    execute format('alter table {table} drop constraint %I', con.conname);
                end loop;
                select string_agg(quote_ident(a.attname), ', '), string_agg(case
                    when a.attname = 'tenant_id' then '''{Mine.Value}''::uuid'
                    when t.typcategory = 'A' then '''' || '{"{}"}' || ''''
                    when t.typname = 'uuid' then 'gen_random_uuid()'
                    when t.typname in ('json', 'jsonb') then '''' || '{"{}"}' || ''''
                    when t.typname = 'bytea' then '''\x00'''
                    when t.typcategory = 'N' then '1'
                    when t.typcategory = 'B' then 'false'
                    when t.typcategory = 'D' then 'now()'
                    else '''x''' end, ', ')
                into names, vals
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = '{table}'::regclass and a.attnum > 0 and not a.attisdropped
                    and a.attnotnull and not a.atthasdef and a.attidentity = '';
                execute format('insert into {table} (%s) values (%s)', names, vals);
            end $$
            """);
    }

    private async Task<NpgsqlConnection> OpenAppAsync()
    {
        var secrets = await File.ReadAllTextAsync(Path.Combine(portal.Data, "secrets", "database.json"));
        var builder = new NpgsqlConnectionStringBuilder(portal.CellAsOwner)
        {
            Username = "portal_app",
            Password = System.Text.Json.JsonDocument.Parse(secrets).RootElement.GetProperty("App").GetString(),
        };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(portal.CellAsOwner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
