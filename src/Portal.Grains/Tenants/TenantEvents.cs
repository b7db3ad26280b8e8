using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>
/// A tenant came to be. <paramref name="SignUp"/> is an HMAC under the tenant's key that tells a repeated sign-up from
/// another one.
/// </summary>
[EventType("tenant.created")]
public sealed record TenantCreated(
    TenantId Tenant, string Name, string Slug, RegionCode Region, Plan Plan, UserId Owner, string SignUp)
    : IDomainEvent;

/// <summary>A sign-up was given up before the tenant came to be; it never will under this id.</summary>
[EventType("tenant.abandoned")]
public sealed record TenantAbandoned : IDomainEvent;

/// <summary>A document was accepted for the tenant, in exactly these bytes.</summary>
[EventType("terms.accepted")]
public sealed record TermsAccepted(string Document, string Version, string Sha256, UserId By) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { ObjectVersion = Version, ObjectHash = Sha256, LegalBasis = "contract" };
}

/// <summary>Somebody was invited. <paramref name="Secret"/> is SHA-256 of the invitation's secret.</summary>
[EventType("member.invited")]
public sealed record MemberInvited(
    InvitationId Invitation,
    [property: Personal(nameof(MemberInvited.Invitation))] string? Email,
    Role Role,
    string Secret,
    DateTimeOffset ExpiresAt) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => PersonalFacts.Contract;
}

/// <summary>An invitation was taken back.</summary>
[EventType("invitation.revoked")]
public sealed record InvitationRevoked(InvitationId Invitation) : IDomainEvent;

/// <summary>A person became a member, by <paramref name="Invitation"/> or, without one, as the first owner.</summary>
[EventType("member.joined")]
public sealed record MemberJoined(
    UserId Member,
    [property: Personal(nameof(MemberJoined.Member))] string? Email,
    [property: Personal(nameof(MemberJoined.Member))] string? Name,
    Role Role,
    InvitationId? Invitation) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => PersonalFacts.Contract;
}

/// <summary>A member's role changed.</summary>
[EventType("member.role-changed")]
public sealed record MemberRoleChanged(UserId Member, Role From, Role To) : IDomainEvent;

/// <summary>A person is no member any more.</summary>
[EventType("member.removed")]
public sealed record MemberRemoved(UserId Member, Role Role) : IDomainEvent;

/// <summary>A service key was made. <paramref name="Secret"/> is SHA-256 of the key.</summary>
[EventType("service-key.created")]
public sealed record ServiceKeyCreated(
    ServiceKeyId Key,
    string Name,
    Role Role,
    ImmutableArray<string> Scopes,
    UserId Person,
    string Secret,
    DateTimeOffset ExpiresAt) : IDomainEvent;

/// <summary>A service key was revoked, by hand or because its person left or lost the role that it rests on.</summary>
[EventType("service-key.revoked")]
public sealed record ServiceKeyRevoked(ServiceKeyId Key, string? Cause) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Reason = Cause };
}
