using System.Collections.Immutable;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Members;

/// <summary>What the pages and endpoints of members ask for.</summary>
public interface IMembersFacade
{
    /// <summary>Who is a member.</summary>
    Task<Result<ImmutableArray<MemberView>>> ListAsync(CancellationToken cancel);

    /// <summary>Who is invited.</summary>
    Task<Result<ImmutableArray<InvitationView>>> InvitationsAsync(CancellationToken cancel);

    /// <summary>Invites somebody.</summary>
    Task<Result<IssuedInvitation>> InviteAsync(string? email, Role role, CancellationToken cancel);

    /// <summary>Takes back an invitation.</summary>
    Task<Result<Unit>> RevokeInvitationAsync(InvitationId invitation, CancellationToken cancel);

    /// <summary>Gives a member another role.</summary>
    Task<Result<Unit>> ChangeRoleAsync(UserId member, Role role, CancellationToken cancel);

    /// <summary>Ends a membership.</summary>
    Task<Result<Unit>> RemoveAsync(UserId member, CancellationToken cancel);

    /// <summary>Who asks, and what he may give.</summary>
    Task<MembersScope> ScopeAsync();
}

/// <summary>Who looks at the members and what he may do there.</summary>
public sealed record MembersScope(UserId? Me, bool MayInvite, bool MayManage, ImmutableArray<Role> Roles);
