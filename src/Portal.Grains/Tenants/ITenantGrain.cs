using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A tenant: its members, invitations and service keys. Key: <c>GrainKeys.Tenant</c>.</summary>
[Alias("portal.ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Makes the tenant, once; the same sign-up again gets the same answer.</summary>
    [Requires(TenantsPermissions.Create)]
    Task<Result<TenantMade>> CreateAsync(CreateTenant command, CancellationToken cancel);

    /// <summary>
    /// Ends a sign-up that was left in the middle: true when the tenant came to be; otherwise it never will, and the
    /// answer is false.
    /// </summary>
    [Requires(TenantsPermissions.Create)]
    Task<Result<bool>> SettleAsync(CancellationToken cancel);

    /// <summary>Invites somebody for seven days, at most with the own role.</summary>
    [Requires(TenantsPermissions.InviteMembers)]
    Task<Result<InvitationMade>> InviteAsync(InviteMember command, CancellationToken cancel);

    /// <summary>Takes back an invitation.</summary>
    [Requires(TenantsPermissions.InviteMembers)]
    Task<Result<Unit>> RevokeInvitationAsync(InvitationId invitation, CancellationToken cancel);

    /// <summary>Uses an invitation, once.</summary>
    [Requires(TenantsPermissions.Join)]
    Task<Result<Unit>> JoinAsync(JoinTenant command, CancellationToken cancel);

    /// <summary>Gives a member another role; ends those of his keys that the new one does not cover.</summary>
    [Requires(TenantsPermissions.ManageMembers)]
    Task<Result<Unit>> ChangeRoleAsync(ChangeRole command, CancellationToken cancel);

    /// <summary>Ends a membership with its sessions and keys.</summary>
    [Requires(TenantsPermissions.ManageMembers)]
    Task<Result<Unit>> RemoveMemberAsync(UserId member, CancellationToken cancel);

    /// <summary>Makes a key for the caller, at most with his role.</summary>
    [Requires(TenantsPermissions.ManageKeys)]
    Task<Result<ServiceKeyMade>> CreateKeyAsync(NewServiceKey command, CancellationToken cancel);

    /// <summary>Revokes a key: one's own, or one whose role one's own covers, where one manages members.</summary>
    [Requires(TenantsPermissions.ManageKeys)]
    Task<Result<Unit>> RevokeKeyAsync(ServiceKeyId key, CancellationToken cancel);
}
