using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>Who comes, as what, and who goes.</summary>
internal static class MemberDecider
{
    public static Result<Decision<InvitationMade>> Invite(
        TenantState state, InviteMember command, DecisionContext context)
    {
        if (state.Created is null)
        {
            return TenantErrors.NoTenant;
        }

        if (!EmailAddress.IsPlausible(command.Email))
        {
            return TenantFaults.Of([new("email-invalid", "This does not look like an e-mail address.", "email")]);
        }

        if (!RoleRules.Covers(context.Principal.Role, command.Role))
        {
            return TenantErrors.RoleAboveOwn;
        }

        if (Has(state, command.Email))
        {
            return TenantErrors.EmailTaken;
        }

        var open = state.Invitations.Values.Count(i => i.ExpiresAt > context.Now);
        if (open >= TenantLimits.InvitationsMax)
        {
            return TenantErrors.TooMany("invitations", TenantLimits.InvitationsMax);
        }

        var expires = context.Now.AddDays(TenantLimits.InvitationDays);
        return Decision.Of(
            new InvitationMade(command.Id, expires),
            new MemberInvited(command.Id, command.Email, command.Role, command.Secret, expires));
    }

    public static Result<Decision<Unit>> RevokeInvitation(
        TenantState state, InvitationId invitation, DecisionContext context) =>
        !state.Invitations.TryGetValue(invitation, out var open) ? TenantErrors.NoInvitation
        : !RoleRules.Covers(context.Principal.Role, open.Role) ? TenantErrors.RoleAboveOwn
        : Decision.Of(Unit.Done, new InvitationRevoked(invitation));

    public static Result<Decision<Unit>> Join(TenantState state, JoinTenant command, DecisionContext context)
    {
        if (!state.Invitations.TryGetValue(command.Invitation, out var open)
            || open.Secret != command.Secret || open.ExpiresAt <= context.Now || open.Email is not { } email)
        {
            return TenantErrors.InvitationInvalid;
        }

        if (Has(state, email))
        {
            return TenantErrors.EmailTaken;
        }

        var most = TenantLimits.MembersMax(state.Plan);
        if (state.Members.Count >= most)
        {
            return TenantErrors.TooMany("members", most);
        }

        return Decision.Of(
            Unit.Done, new MemberJoined(command.Id, email, command.Name, open.Role, command.Invitation)) with
        {
            Writes = [TenantDecider.Password(context.Principal.Tenant, command.Id, command.PasswordHash)],
        };
    }

    public static Result<Decision<Unit>> ChangeRole(TenantState state, ChangeRole command, DecisionContext context)
    {
        if (!state.Members.TryGetValue(command.Member, out var member))
        {
            return TenantErrors.NoMember;
        }

        if (member.Role == command.Role)
        {
            return Decision.Nothing(Unit.Done);
        }

        var own = context.Principal.Role;
        if (!RoleRules.Covers(own, member.Role) || !RoleRules.Covers(own, command.Role))
        {
            return TenantErrors.RoleAboveOwn;
        }

        if (member.Role is Role.Owner && state.OwnerCount == 1)
        {
            return TenantErrors.LastOwner;
        }

        return Decision.Of(
            Unit.Done,
            [
                new MemberRoleChanged(member.Id, member.Role, command.Role),
                .. Ended(state, k => k.Person == member.Id && !RoleRules.Covers(command.Role, k.Role), "role-lowered"),
            ]);
    }

    public static Result<Decision<Unit>> Remove(TenantState state, UserId id, DecisionContext context)
    {
        if (!state.Members.TryGetValue(id, out var member))
        {
            return TenantErrors.NoMember;
        }

        if (!RoleRules.Covers(context.Principal.Role, member.Role))
        {
            return TenantErrors.RoleAboveOwn;
        }

        if (member.Role is Role.Owner && state.OwnerCount == 1)
        {
            return TenantErrors.LastOwner;
        }

        return Decision.Of(
            Unit.Done,
            [new MemberRemoved(id, member.Role), .. Ended(state, k => k.Person == id, "member-removed")]);
    }

    private static bool Has(TenantState state, string email)
    {
        var wanted = EmailAddress.Normalize(email);
        return state.Members.Values.Any(m => m.Email is { } known && EmailAddress.Normalize(known) == wanted);
    }

    private static ImmutableArray<IDomainEvent> Ended(TenantState state, Func<ActiveKey, bool> which, string cause) =>
    [
        .. state.Keys.Values.Where(which).OrderBy(k => k.Id.Value).Select(k => new ServiceKeyRevoked(k.Id, cause)),
    ];
}
