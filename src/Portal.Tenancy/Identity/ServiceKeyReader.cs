using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Tenancy.Identity;

/// <summary>
/// Checks service keys, from memory for <see cref="SignInOptions.Fresh"/> at most: a key that was revoked anywhere is
/// dead here within that time.
/// </summary>
public sealed class ServiceKeyReader(ICells cells, IOptions<SignInOptions> options, TimeProvider clock) : IDisposable
{
    private const int KeysMax = 10_000;

    private readonly FreshCache<Guid, ServiceKeyFacts> _cache = new(clock, KeysMax);

    /// <summary>
    /// The key behind a credential of a cell that runs here; null when it is unknown, wrong, revoked or has expired.
    /// </summary>
    public async ValueTask<ServiceKeyFacts?> FindAsync(Credential credential, CancellationToken cancel)
    {
        var asked = clock.GetTimestamp();
        var key = _cache.Find(credential.Id, options.Value.Fresh);
        if (key is null)
        {
            key = await LoadAsync(credential, cancel);
            if (key is null)
            {
                return null;
            }

            _cache.Put(credential.Id, key, asked);
        }

        return credential.Matches(key.Hash) && key.Region == credential.Region && !key.Revoked
            && key.ExpiresAt > clock.GetUtcNow()
                ? key
                : null;
    }

    /// <summary>Forgets what is remembered, because it was revoked here.</summary>
    public void Forget(ServiceKeyId key) => _cache.Forget(key.Value);

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();

    private async Task<ServiceKeyFacts?> LoadAsync(Credential credential, CancellationToken cancel)
    {
        var cell = cells.Of(credential.Region);
        if (await TenantOfAsync(cell, credential.Id, cancel) is not { } tenant)
        {
            return null;
        }

        return await cell.Database.FindAsync(
            tenant,
            new DbWrite(
                """
                select name, secret_hash, role, scopes, person, expires_at, revoked_at
                from service_keys where tenant_id = $1 and key_id = $2
                """,
                tenant.Value, credential.Id),
            reader => new ServiceKeyFacts(
                tenant,
                cell.Region,
                new ServiceKeyId(credential.Id),
                reader.GetString(0),
                reader.GetString(1),
                RoleName.Read(reader.GetString(2)),
                [.. reader.GetFieldValue<string[]>(3)],
                new UserId(reader.GetGuid(4)),
                reader.GetFieldValue<DateTimeOffset>(5),
                !reader.IsDBNull(6)),
            cancel);
    }

    // The only thing that is looked up before the tenant is known: whose key it is.
    private static async Task<TenantId?> TenantOfAsync(ICell cell, Guid key, CancellationToken cancel)
    {
        await using var command = cell.SystemDatabase.CreateCommand(
            "select tenant_id from service_keys where key_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        return await command.ExecuteScalarAsync(cancel) is Guid tenant ? new TenantId(tenant) : null;
    }
}
