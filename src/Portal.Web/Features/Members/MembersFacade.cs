using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Members;

internal sealed class MembersFacade(
    ICaller caller, IPrincipalAccessor principals, GrainGateway gateway, InvitationService invitations,
    TenantQueries queries, PermissionCatalog permissions) : IMembersFacade
{
    public async Task<Result<ImmutableArray<MemberView>>> ListAsync(CancellationToken cancel) =>
        await queries.MembersAsync(await principals.GetAsync(), cancel);

    public async Task<Result<ImmutableArray<InvitationView>>> InvitationsAsync(CancellationToken cancel) =>
        await queries.InvitationsAsync(await principals.GetAsync(), cancel);

    public async Task<Result<IssuedInvitation>> InviteAsync(string? email, Role role, CancellationToken cancel) =>
        await invitations.InviteAsync(await caller.BeginAsync(cancel), email, role, cancel);

    public Task<Result<Unit>> RevokeInvitationAsync(InvitationId invitation, CancellationToken cancel) =>
        CallAsync(g => g.RevokeInvitationAsync(invitation, cancel), cancel);

    public Task<Result<Unit>> ChangeRoleAsync(UserId member, Role role, CancellationToken cancel) =>
        CallAsync(g => g.ChangeRoleAsync(new ChangeRole(member, role), cancel), cancel);

    public Task<Result<Unit>> RemoveAsync(UserId member, CancellationToken cancel) =>
        CallAsync(g => g.RemoveMemberAsync(member, cancel), cancel);

    public async Task<MembersScope> ScopeAsync()
    {
        var principal = await principals.GetAsync();
        return new(
            principal.Person,
            permissions.Allows(principal, TenantsPermissions.InviteMembers),
            permissions.Allows(principal, TenantsPermissions.ManageMembers),
            [.. Enum.GetValues<Role>().Where(r => RoleRules.Covers(principal.Role, r))]);
    }

    private async Task<Result<Unit>> CallAsync(Func<ITenantGrain, Task<Result<Unit>>> method, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return await gateway.CallAsync(call, GrainKeys.Tenant(call.Principal.Tenant), method);
    }
}
