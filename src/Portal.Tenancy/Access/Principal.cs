using System.Collections.Immutable;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Access;

/// <summary>What kind of actor stands behind a call.</summary>
public enum ActorType
{
    /// <summary>A person, signed in.</summary>
    User,

    /// <summary>A service key, which acts on behalf of the person who made it.</summary>
    Service,

    /// <summary>The product itself: due work, reconciliation.</summary>
    System,
}

/// <summary>How the caller proved who he is.</summary>
public enum AuthStrength
{
    /// <summary>Not at all: only for the product's own work and for sign-up.</summary>
    None,

    /// <summary>By a service key.</summary>
    Key,

    /// <summary>By a password.</summary>
    Password,

    /// <summary>By a password and a second factor, or a passkey.</summary>
    Strong,
}

/// <summary>Where a call came from. Both are personal data and stand in the log as such.</summary>
[GenerateSerializer, Immutable, Alias("portal.ClientOrigin")]
public sealed record ClientOrigin([property: Id(0)] string? IpAddress, [property: Id(1)] string? UserAgent);

/// <summary>
/// Who calls: made at the edge from a cookie or a key, checked at the grain, written into every event. The tenant comes
/// from the credential and from nowhere else.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.Principal")]
public sealed record Principal(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] RegionCode Region,
    [property: Id(2)] ActorType Type,
    [property: Id(3)] Guid ActorId,
    [property: Id(4)] Role Role,
    [property: Id(5)] AuthStrength Strength)
{
    /// <summary>The person on whose behalf a service key acts; for a person, himself; null for the product.</summary>
    [Id(6)]
    public UserId? Person { get; init; }

    /// <summary>Permissions that a key is limited to; empty means all of its role's.</summary>
    [Id(7)]
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>The session, for people.</summary>
    [Id(8)]
    public string? SessionId { get; init; }

    /// <summary>Where the call came from.</summary>
    [Id(9)]
    public ClientOrigin? Origin { get; init; }

    /// <summary>The product acting for a tenant by itself, such as due work that was decided earlier.</summary>
    public static Principal System(TenantId tenant, RegionCode region) =>
        new(tenant, region, ActorType.System, Guid.Empty, Role.Owner, AuthStrength.None);

    /// <summary>The actor as the log writes it: <c>usr_…</c>, <c>key_…</c> or <c>system</c>.</summary>
    public string Actor => Type switch
    {
        ActorType.User => new UserId(ActorId).ToString(),
        ActorType.Service => new ServiceKeyId(ActorId).ToString(),
        ActorType.System => "system",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
