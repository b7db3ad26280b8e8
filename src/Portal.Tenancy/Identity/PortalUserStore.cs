using Microsoft.AspNetCore.Identity;
using Npgsql;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Tenancy.Identity;

/// <summary>
/// Identity's store of one tenant's people, under row-level security. People come and go by events of the tenant alone;
/// here only their credentials are kept.
/// </summary>
public sealed class PortalUserStore(ITenantDatabase database, TenantId tenant)
    : IUserPasswordStore<PortalUser>, IUserSecurityStampStore<PortalUser>, IUserEmailStore<PortalUser>
{
    private const string Select =
        "select user_id, email, name, role, password_hash, security_stamp from users where tenant_id = $1";

    /// <summary>
    /// Counts an attempt before its password is looked at; false when the person is locked out. One statement, so that
    /// attempts side by side can't get more tries than one after the other.
    /// </summary>
    public async Task<bool> TryBeginAttemptAsync(
        UserId user, int failuresMax, TimeSpan lockout, DateTimeOffset now, CancellationToken cancel)
    {
        var counted = await database.QueryAsync(
            tenant,
            new DbWrite(
                """
                update users set
                    lockout_end = case when access_failed + 1 >= $3 then $4::timestamptz end,
                    access_failed = case when access_failed + 1 >= $3 then 0 else access_failed + 1 end
                where tenant_id = $1 and user_id = $2 and (lockout_end is null or lockout_end <= $5)
                returning 1
                """,
                tenant.Value, user.Value, failuresMax, now + lockout, now),
            reader => reader.GetInt32(0),
            cancel);
        return counted.Count > 0;
    }

    /// <summary>Forgets the failures before a right password.</summary>
    public Task ForgetAttemptsAsync(UserId user, CancellationToken cancel) =>
        database.WriteAsync(
            tenant,
            [new DbWrite(
                "update users set access_failed = 0, lockout_end = null where tenant_id = $1 and user_id = $2",
                tenant.Value, user.Value)],
            cancel);

    /// <inheritdoc />
    public async Task<PortalUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        await database.FindAsync(
            tenant,
            new DbWrite(Select + " and normalized_email = $2", tenant.Value, normalizedEmail),
            Read,
            cancellationToken);

    /// <inheritdoc />
    public async Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        UserId.TryParse(userId, out var id)
            ? await database.FindAsync(
                tenant, new DbWrite(Select + " and user_id = $2", tenant.Value, id.Value), Read, cancellationToken)
            : null;

    /// <inheritdoc />
    public Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            tenant,
            [new DbWrite(
                "update users set password_hash = $3::text, security_stamp = $4 where tenant_id = $1 and user_id = $2",
                tenant.Value, user.Id.Value, user.PasswordHash, user.SecurityStamp)],
            cancellationToken);
        return rows > 0
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
    }

    /// <summary>People join by the tenant's grain.</summary>
    public Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People join by the tenant's grain.");

    /// <summary>People leave by the tenant's grain.</summary>
    public Task<IdentityResult> DeleteAsync(PortalUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People leave by the tenant's grain.");

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    /// <inheritdoc />
    public Task SetUserNameAsync(PortalUser user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An address changes by the tenant's grain.");

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(PortalUser user, CancellationToken cancellationToken) =>
        GetNormalizedEmailAsync(user, cancellationToken);

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(
        PortalUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SetPasswordHashAsync(PortalUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(PortalUser user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    /// <inheritdoc />
    public Task SetEmailAsync(PortalUser user, string? email, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An address changes by the tenant's grain.");

    /// <inheritdoc />
    public Task<string?> GetEmailAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    /// <inheritdoc />
    public Task<bool> GetEmailConfirmedAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    /// <inheritdoc />
    public Task SetEmailConfirmedAsync(PortalUser user, bool confirmed, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <inheritdoc />
    public Task<string?> GetNormalizedEmailAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(EmailAddress.Normalize(user.Email));

    /// <inheritdoc />
    public Task SetNormalizedEmailAsync(
        PortalUser user, string? normalizedEmail, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static PortalUser Read(NpgsqlDataReader reader) => new()
    {
        Id = new UserId(reader.GetGuid(0)),
        Email = reader.GetString(1),
        Name = reader.GetString(2),
        Role = RoleName.Read(reader.GetString(3)),
        PasswordHash = reader.IsDBNull(4) ? null : reader.GetString(4),
        SecurityStamp = reader.GetString(5),
    };
}
