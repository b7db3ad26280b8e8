using System.Collections.Immutable;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>A service key as it is stored.</summary>
public sealed record ServiceKeyFacts(
    TenantId Tenant,
    RegionCode Region,
    ServiceKeyId Id,
    string Name,
    string Hash,
    Role Role,
    ImmutableArray<string> Scopes,
    UserId Person,
    DateTimeOffset ExpiresAt,
    bool Revoked)
{
    /// <summary>The principal of a call with this key.</summary>
    public Principal ToPrincipal() =>
        new(Tenant, Region, ActorType.Service, Id.Value, Role, AuthStrength.Key) { Person = Person, Scopes = Scopes };
}
