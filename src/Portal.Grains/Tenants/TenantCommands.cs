using System.Collections.Immutable;
using Orleans;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A document that was accepted.</summary>
[GenerateSerializer, Immutable, Alias("portal.AcceptedTerms")]
public sealed record AcceptedTerms(
    [property: Id(0)] string Document, [property: Id(1)] string Version, [property: Id(2)] string Sha256);

/// <summary>A person who comes in, with the hash of his password.</summary>
[GenerateSerializer, Immutable, Alias("portal.NewPerson")]
public sealed record NewPerson(
    [property: Id(0)] UserId Id,
    [property: Id(1)] string Email,
    [property: Id(2)] string Name,
    [property: Id(3)] string PasswordHash);

/// <summary>Makes the tenant. The key, where there is one, acts for the owner.</summary>
[GenerateSerializer, Immutable, Alias("portal.CreateTenant")]
public sealed record CreateTenant(
    [property: Id(0)] string Name,
    [property: Id(1)] string Slug,
    [property: Id(2)] NewPerson Owner,
    [property: Id(3)] ImmutableArray<AcceptedTerms> Terms,
    [property: Id(4)] string SignUp,
    [property: Id(5)] NewServiceKey? Key);

/// <summary>A tenant that came to be: by this command, or by the same one before.</summary>
[GenerateSerializer, Immutable, Alias("portal.TenantMade")]
public sealed record TenantMade([property: Id(0)] UserId Owner, [property: Id(1)] bool Now);

/// <summary>Invites somebody; the secret's hash is not part of what makes two requests the same.</summary>
[GenerateSerializer, Immutable, Alias("portal.InviteMember")]
public sealed record InviteMember(
    [property: Id(0)] InvitationId Id,
    [property: Id(1)] string Email,
    [property: Id(2)] Role Role,
    [property: Id(3)] string Secret);

/// <summary>An invitation's facts.</summary>
[GenerateSerializer, Immutable, Alias("portal.InvitationMade")]
public sealed record InvitationMade([property: Id(0)] InvitationId Id, [property: Id(1)] DateTimeOffset ExpiresAt);

/// <summary>Uses an invitation.</summary>
[GenerateSerializer, Immutable, Alias("portal.JoinTenant")]
public sealed record JoinTenant(
    [property: Id(0)] InvitationId Invitation,
    [property: Id(1)] string Secret,
    [property: Id(2)] UserId Id,
    [property: Id(3)] string Name,
    [property: Id(4)] string PasswordHash);

/// <summary>Gives a member another role.</summary>
[GenerateSerializer, Immutable, Alias("portal.ChangeRole")]
public sealed record ChangeRole([property: Id(0)] UserId Member, [property: Id(1)] Role Role);

/// <summary>
/// Makes a key; without <paramref name="Days"/> it lives for 90 days, or as long as the key that makes it.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.NewServiceKey")]
public sealed record NewServiceKey(
    [property: Id(0)] ServiceKeyId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] Role Role,
    [property: Id(3)] ImmutableArray<string> Scopes,
    [property: Id(4)] int? Days,
    [property: Id(5)] string Secret);

/// <summary>A key's facts.</summary>
[GenerateSerializer, Immutable, Alias("portal.ServiceKeyMade")]
public sealed record ServiceKeyMade([property: Id(0)] ServiceKeyId Id, [property: Id(1)] DateTimeOffset ExpiresAt);
