using System.Collections.Immutable;
using Npgsql;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <summary>
/// Reads of a tenant's people, keys and facts. All of them are bounded by <see cref="TenantLimits"/>.
/// </summary>
public sealed class TenantQueries(ICells cells, PermissionGate gate, TimeProvider clock)
{
    private const int KeysShownMax = 1000;

    /// <summary>The workspace's facts.</summary>
    public async Task<Result<WorkspaceView>> WorkspaceAsync(Principal principal, CancellationToken cancel)
    {
        if (await RefusedAsync(principal, TenantsPermissions.Read, cancel) is { } refusal)
        {
            return refusal;
        }

        var cell = cells.Of(principal.Region);
        var stream = GrainKeys.Tenant(principal.Tenant).ToString();
        var version = await cell.Events.HeadAsync(principal.Tenant, stream, cancel);
        var accepted = await ListAsync(
            principal,
            new DbWrite(
                """
                select a.document, a.version, a.sha256, a.accepted_by, u.name, a.accepted_at
                from accepted_terms a left join users u on u.tenant_id = a.tenant_id and u.user_id = a.accepted_by
                where a.tenant_id = $1 order by a.accepted_at, a.document desc
                """,
                principal.Tenant.Value),
            r => new AcceptedView(
                r.GetString(0), r.GetString(1), r.GetString(2), new(r.GetGuid(3)),
                r.IsDBNull(4) ? null : r.GetString(4), At(r, 5)),
            cancel);
        var found = await ListAsync(
            principal,
            new DbWrite(
                """
                select name, slug, plan, created_at,
                    (select count(*) from users u where u.tenant_id = t.tenant_id)::int
                from tenants t where tenant_id = $1
                """,
                principal.Tenant.Value),
            r => new WorkspaceView(
                principal.Tenant, r.GetString(0), r.GetString(1), principal.Region,
                Enum.Parse<Plan>(r.GetString(2), ignoreCase: true), At(r, 3), r.GetInt32(4), accepted, version),
            cancel);
        return found.IsEmpty ? TenantErrors.NoTenant : found[0];
    }

    /// <summary>All members in the order in which they came.</summary>
    public async Task<Result<ImmutableArray<MemberView>>> MembersAsync(Principal principal, CancellationToken cancel) =>
        await RefusedAsync(principal, TenantsPermissions.ReadMembers, cancel) is { } refusal
            ? refusal
            : await ListAsync(
                principal,
                new DbWrite(
                    "select user_id, name, email, role, joined_at from users where tenant_id = $1 order by joined_at",
                    principal.Tenant.Value),
                r => new MemberView(
                    new(r.GetGuid(0)), r.GetString(1), r.GetString(2), RoleName.Read(r.GetString(3)), At(r, 4)),
                cancel);

    /// <summary>Invitations that were neither used nor revoked, latest first.</summary>
    public async Task<Result<ImmutableArray<InvitationView>>> InvitationsAsync(
        Principal principal, CancellationToken cancel)
    {
        if (await RefusedAsync(principal, TenantsPermissions.ReadMembers, cancel) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        return await ListAsync(
            principal,
            new DbWrite(
                """
                select invitation_id, email, role, invited_by, invited_at, expires_at from invitations
                where tenant_id = $1 and status = 'open' order by invited_at desc limit 1000
                """,
                principal.Tenant.Value),
            r => new InvitationView(
                new(r.GetGuid(0)), r.GetString(1), RoleName.Read(r.GetString(2)), r.GetString(3), At(r, 4), At(r, 5),
                At(r, 5) <= now),
            cancel);
    }

    /// <summary>
    /// Keys, latest first; those of everybody for owners, admins and compliance officers, else one's own.
    /// </summary>
    public async Task<Result<ImmutableArray<ServiceKeyView>>> KeysAsync(Principal principal, CancellationToken cancel)
    {
        if (await RefusedAsync(principal, TenantsPermissions.ReadKeys, cancel) is { } refusal)
        {
            return refusal;
        }

        var everybody = principal.Role is Role.Owner or Role.Admin or Role.ComplianceOfficer;
        var now = clock.GetUtcNow();
        return await ListAsync(
            principal,
            new DbWrite(
                """
                select k.key_id, k.name, k.role, k.scopes, k.person, u.name, k.created_at, k.expires_at, k.revoked_at
                from service_keys k left join users u on u.tenant_id = k.tenant_id and u.user_id = k.person
                where k.tenant_id = $1 and ($2 or k.person = $3) order by k.created_at desc limit $4
                """,
                principal.Tenant.Value, everybody, principal.Person?.Value ?? Guid.Empty, KeysShownMax),
            r => ReadKey(r, now),
            cancel);
    }

    /// <summary>The caller's own workspace's address, for links.</summary>
    public async Task<string> SlugAsync(Principal principal, CancellationToken cancel) =>
        await cells.Of(principal.Region).Database.FindAsync(
            principal.Tenant,
            new DbWrite("select slug from tenants where tenant_id = $1", principal.Tenant.Value),
            r => r.GetString(0),
            cancel)
        ?? throw new InvalidOperationException("A caller's tenant is not there.");

    private Task<Error?> RefusedAsync(Principal principal, string permission, CancellationToken cancel) =>
        gate.CheckAsync(principal, permission, "tenant", principal.Tenant.ToString(), cancel);

    private async Task<ImmutableArray<T>> ListAsync<T>(
        Principal principal, DbWrite query, Func<NpgsqlDataReader, T> map, CancellationToken cancel) =>
        [.. await cells.Of(principal.Region).Database.QueryAsync(principal.Tenant, query, map, cancel)];

    private static ServiceKeyView ReadKey(NpgsqlDataReader r, DateTimeOffset now)
    {
        DateTimeOffset? revoked = r.IsDBNull(8) ? null : At(r, 8);
        return new(
            new(r.GetGuid(0)), r.GetString(1), RoleName.Read(r.GetString(2)), [.. r.GetFieldValue<string[]>(3)],
            new(r.GetGuid(4)), r.IsDBNull(5) ? null : r.GetString(5), At(r, 6), At(r, 7), revoked,
            revoked is not null ? "revoked" : At(r, 7) <= now ? "expired" : "active");
    }

    private static DateTimeOffset At(NpgsqlDataReader reader, int column) =>
        reader.GetFieldValue<DateTimeOffset>(column);
}
