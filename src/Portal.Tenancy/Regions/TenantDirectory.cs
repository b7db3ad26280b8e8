using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Database;

namespace Portal.Tenancy.Regions;

/// <inheritdoc />
internal sealed class TenantDirectory(DatabaseNames names, TimeProvider clock) : ITenantDirectory, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(names.System(names.Directory));

    public async Task<DirectoryEntry?> FindAsync(string slug, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand(
            "select slug, tenant_id, region from slugs where slug = $1 and confirmed");
        command.Parameters.AddWithValue(slug);
        var found = await ReadAsync(command, cancel);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<bool> ReserveAsync(DirectoryEntry entry, CancellationToken cancel)
    {
        await using var batch = _source.CreateBatch();
        batch.Add(new DbWrite(
            """
            insert into slugs (slug, tenant_id, region, reserved_at) values ($1, $2, $3, $4)
            on conflict do nothing
            """,
            entry.Slug, entry.Tenant.Value, entry.Region.Value, clock.GetUtcNow()));
        batch.Add(new DbWrite(
            "select 1 from slugs where slug = $1 and tenant_id = $2 and region = $3",
            entry.Slug, entry.Tenant.Value, entry.Region.Value));
        return await batch.ExecuteScalarAsync(cancel) is not null;
    }

    public async Task ConfirmAsync(TenantId tenant, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand("update slugs set confirmed = true where tenant_id = $1");
        command.Parameters.AddWithValue(tenant.Value);
        if (await command.ExecuteNonQueryAsync(cancel) == 0)
        {
            throw new InvalidOperationException("The tenant has no reservation.");
        }
    }

    public async Task ReleaseAsync(TenantId tenant, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand("delete from slugs where tenant_id = $1 and not confirmed");
        command.Parameters.AddWithValue(tenant.Value);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<IReadOnlyList<DirectoryEntry>> PendingAsync(
        RegionCode region, DateTimeOffset before, CancellationToken cancel)
    {
        await using var command = _source.CreateCommand("""
            select slug, tenant_id, region from slugs
            where region = $1 and not confirmed and reserved_at < $2 order by reserved_at
            """);
        command.Parameters.AddWithValue(region.Value);
        command.Parameters.AddWithValue(before.ToUniversalTime());
        return await ReadAsync(command, cancel);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<List<DirectoryEntry>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var entries = new List<DirectoryEntry>();
        while (await reader.ReadAsync(cancel))
        {
            entries.Add(new(reader.GetString(0), new TenantId(reader.GetGuid(1)), new(reader.GetString(2))));
        }

        return entries;
    }
}
