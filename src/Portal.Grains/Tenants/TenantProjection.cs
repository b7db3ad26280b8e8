using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <summary>The read models of a tenant's events.</summary>
internal static class TenantProjection
{
    public static IEnumerable<DbWrite> Of(TenantId tenant, IDomainEvent happened, DecisionContext context) =>
        happened switch
        {
            TenantCreated e => [Created(tenant, e, context)],
            TermsAccepted e => [Accepted(tenant, e, context)],
            MemberInvited e => [Invited(tenant, e, context)],
            InvitationRevoked e => [Invitation(tenant, e.Invitation, "revoked")],
            MemberJoined e => Joined(tenant, e, context),
            MemberRoleChanged e => [RoleChanged(tenant, e)],
            MemberRemoved e => Removed(tenant, e, context),
            ServiceKeyCreated e => [KeyCreated(tenant, e, context)],
            ServiceKeyRevoked e => [KeyRevoked(tenant, e, context)],
            _ => [],
        };

    private static DbWrite Created(TenantId tenant, TenantCreated e, DecisionContext context) => new(
        "insert into tenants (tenant_id, slug, name, region, plan, created_at) values ($1, $2, $3, $4, $5, $6)",
        tenant.Value, e.Slug, e.Name, e.Region.Value, PlanName.Of(e.Plan), context.Now);

    private static DbWrite Accepted(TenantId tenant, TermsAccepted e, DecisionContext context) => new(
        """
        insert into accepted_terms (tenant_id, document, version, sha256, accepted_by, accepted_at)
        values ($1, $2, $3, $4, $5, $6)
        """,
        tenant.Value, e.Document, e.Version, e.Sha256, e.By.Value, context.Now);

    private static DbWrite Invited(TenantId tenant, MemberInvited e, DecisionContext context) => new(
        """
        insert into invitations (tenant_id, invitation_id, email, role, status, invited_by, invited_at, expires_at)
        values ($1, $2, $3, $4, 'open', $5, $6, $7)
        """,
        tenant.Value, e.Invitation.Value, e.Email, RoleName.Of(e.Role),
        context.Principal.Person?.ToString() ?? context.Principal.Actor, context.Now, e.ExpiresAt);

    private static DbWrite Invitation(TenantId tenant, InvitationId invitation, string status) => new(
        "update invitations set status = $3 where tenant_id = $1 and invitation_id = $2",
        tenant.Value, invitation.Value, status);

    private static IEnumerable<DbWrite> Joined(TenantId tenant, MemberJoined e, DecisionContext context)
    {
        yield return new(
            """
            insert into users (tenant_id, user_id, email, normalized_email, name, role, joined_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            tenant.Value, e.Member.Value, e.Email, EmailAddress.Normalize(e.Email ?? string.Empty), e.Name,
            RoleName.Of(e.Role), context.Now);
        if (e.Invitation is { } used)
        {
            yield return Invitation(tenant, used, "used");
        }
    }

    private static DbWrite RoleChanged(TenantId tenant, MemberRoleChanged e) => new(
        "update users set role = $3 where tenant_id = $1 and user_id = $2",
        tenant.Value, e.Member.Value, RoleName.Of(e.To));

    private static IEnumerable<DbWrite> Removed(TenantId tenant, MemberRemoved e, DecisionContext context) =>
    [
        new("delete from users where tenant_id = $1 and user_id = $2", tenant.Value, e.Member.Value),
        new(
            "update sessions set ended_at = $3 where tenant_id = $1 and user_id = $2 and ended_at is null",
            tenant.Value, e.Member.Value, context.Now),
    ];

    private static DbWrite KeyCreated(TenantId tenant, ServiceKeyCreated e, DecisionContext context) => new(
        """
        insert into service_keys
            (tenant_id, key_id, name, secret_hash, role, scopes, person, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        tenant.Value, e.Key.Value, e.Name, e.Secret, RoleName.Of(e.Role), e.Scopes.ToArray(), e.Person.Value,
        context.Now, e.ExpiresAt);

    private static DbWrite KeyRevoked(TenantId tenant, ServiceKeyRevoked e, DecisionContext context) => new(
        "update service_keys set revoked_at = $3 where tenant_id = $1 and key_id = $2",
        tenant.Value, e.Key.Value, context.Now);
}
