using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>
/// A tenant as its events left it. Other features look at it by <c>Runtime.LookAsync</c>, and expect it.
/// </summary>
public sealed record TenantState : IGrainState<TenantState>
{
    /// <inheritdoc />
    public static TenantState Empty { get; } = new();

    /// <summary>How it came to be; null before that.</summary>
    public TenantCreated? Created { get; init; }

    /// <summary>Whether it was given up before it came to be.</summary>
    public bool Abandoned { get; init; }

    /// <summary>What it has booked.</summary>
    public Plan Plan => Created?.Plan ?? Plan.Smb;

    /// <summary>Who belongs to it.</summary>
    public ImmutableDictionary<UserId, Member> Members { get; init; } = ImmutableDictionary<UserId, Member>.Empty;

    /// <summary>Invitations that were neither used nor revoked; some of them may have expired.</summary>
    public ImmutableDictionary<InvitationId, OpenInvitation> Invitations { get; init; } =
        ImmutableDictionary<InvitationId, OpenInvitation>.Empty;

    /// <summary>Keys that were not revoked; some of them may have expired.</summary>
    public ImmutableDictionary<ServiceKeyId, ActiveKey> Keys { get; init; } =
        ImmutableDictionary<ServiceKeyId, ActiveKey>.Empty;

    /// <summary>What was accepted: document to SHA-256.</summary>
    public ImmutableDictionary<string, string> Terms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many owners there are; never none once it came to be.</summary>
    public int OwnerCount => Members.Values.Count(m => m.Role is Role.Owner);

    /// <summary>How many people may approve: two or more make four eyes possible, and then due.</summary>
    public int ApproverCount => Members.Values.Count(m => m.Role is Role.Approver or Role.Admin or Role.Owner);

    /// <inheritdoc />
    public TenantState Apply(IDomainEvent happened) => happened switch
    {
        TenantCreated e => this with { Created = e },
        TenantAbandoned => this with { Abandoned = true },
        TermsAccepted e => this with { Terms = Terms.SetItem(e.Document, e.Sha256) },
        MemberInvited e => this with
        {
            Invitations = Invitations.SetItem(e.Invitation, new(e.Email, e.Role, e.Secret, e.ExpiresAt)),
        },
        InvitationRevoked e => this with { Invitations = Invitations.Remove(e.Invitation) },
        MemberJoined e => this with
        {
            Members = Members.SetItem(e.Member, new(e.Member, e.Role, e.Email, e.Name)),
            Invitations = e.Invitation is { } used ? Invitations.Remove(used) : Invitations,
        },
        MemberRoleChanged e when Members.TryGetValue(e.Member, out var member) => this with
        {
            Members = Members.SetItem(e.Member, member with { Role = e.To }),
        },
        MemberRemoved e => this with { Members = Members.Remove(e.Member) },
        ServiceKeyCreated e => this with { Keys = Keys.SetItem(e.Key, new(e.Key, e.Role, e.Person, e.ExpiresAt)) },
        ServiceKeyRevoked e => this with { Keys = Keys.Remove(e.Key) },
        _ => this,
    };
}

/// <summary>A member. Address and name are null once they were erased.</summary>
public sealed record Member(UserId Id, Role Role, string? Email, string? Name);

/// <summary>An invitation that may still be used until it expires.</summary>
public sealed record OpenInvitation(string? Email, Role Role, string Secret, DateTimeOffset ExpiresAt);

/// <summary>A key that works until it expires.</summary>
public sealed record ActiveKey(ServiceKeyId Id, Role Role, UserId Person, DateTimeOffset ExpiresAt);
