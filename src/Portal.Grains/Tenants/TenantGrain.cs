using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <inheritdoc cref="ITenantGrain" />
[GrainType("tenant")]
internal sealed class TenantGrain(GrainRuntime runtime) : DecidedGrain<TenantState>(runtime), ITenantGrain
{
    public Task<Result<TenantMade>> CreateAsync(CreateTenant command, CancellationToken cancel) =>
        DecideAsync(command.SignUp, (s, c) => TenantDecider.Create(s, command, c), cancel);

    public Task<Result<bool>> SettleAsync(CancellationToken cancel) =>
        DecideAsync("settle", (s, _) => TenantDecider.Settle(s), cancel);

    public Task<Result<InvitationMade>> InviteAsync(InviteMember command, CancellationToken cancel) =>
        DecideAsync(
            command with { Id = default, Secret = "" }, (s, c) => MemberDecider.Invite(s, command, c), cancel);

    public Task<Result<Unit>> RevokeInvitationAsync(InvitationId invitation, CancellationToken cancel) =>
        DecideAsync(invitation, (s, c) => MemberDecider.RevokeInvitation(s, invitation, c), cancel);

    public Task<Result<Unit>> JoinAsync(JoinTenant command, CancellationToken cancel) =>
        DecideAsync(command.Invitation, (s, c) => MemberDecider.Join(s, command, c), cancel);

    public Task<Result<Unit>> ChangeRoleAsync(ChangeRole command, CancellationToken cancel) =>
        DecideAsync(command, (s, c) => MemberDecider.ChangeRole(s, command, c), cancel);

    public Task<Result<Unit>> RemoveMemberAsync(UserId member, CancellationToken cancel) =>
        DecideAsync(member, (s, c) => MemberDecider.Remove(s, member, c), cancel);

    public Task<Result<ServiceKeyMade>> CreateKeyAsync(NewServiceKey command, CancellationToken cancel) =>
        DecideAsync(command with { Id = default, Secret = "" }, (s, c) => KeyDecider.Create(s, command, c), cancel);

    public Task<Result<Unit>> RevokeKeyAsync(ServiceKeyId key, CancellationToken cancel) =>
        DecideAsync(key, (s, c) => KeyDecider.Revoke(s, key, c), cancel);

    protected override IEnumerable<DbWrite> Project(
        TenantState after, IDomainEvent happened, DecisionContext context) =>
        TenantProjection.Of(Key.Tenant, happened, context);

    protected override Error OnDuplicate(string constraint) =>
        constraint == "users_email" ? TenantErrors.EmailTaken : base.OnDuplicate(constraint);
}
