using System.Security.Claims;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Access;

/// <summary>A <see cref="Principal"/> as claims and back: what a cookie or a key check puts into the request.</summary>
public static class PrincipalClaims
{
    private const string Tenant = "portal:tenant";
    private const string Region = "portal:region";
    private const string Type = "portal:type";
    private const string Actor = "portal:actor";
    private const string RoleName = "portal:role";
    private const string Strength = "portal:strength";
    private const string Person = "portal:person";
    private const string Session = "portal:session";
    private const string Scope = "portal:scope";

    /// <summary>The identity for an authentication ticket. The origin is not in it: it is the connection's.</summary>
    public static ClaimsIdentity Write(Principal principal, string authenticationType, string? displayName = null)
    {
        var identity = new ClaimsIdentity(authenticationType, ClaimTypes.Name, RoleName);
        identity.AddClaims(
        [
            new(Tenant, principal.Tenant.ToString()),
            new(Region, principal.Region.Value),
            new(Type, principal.Type.ToString()),
            new(Actor, principal.ActorId.ToString("N")),
            new(RoleName, principal.Role.ToString()),
            new(Strength, principal.Strength.ToString()),
            .. principal.Scopes.Select(s => new Claim(Scope, s)),
        ]);
        Add(identity, Person, principal.Person?.ToString());
        Add(identity, Session, principal.SessionId);
        Add(identity, ClaimTypes.Name, displayName);
        return identity;
    }

    /// <summary>The principal; null when the user is not authenticated or carries none.</summary>
    public static Principal? Read(ClaimsPrincipal user)
    {
        var identity = user.Identities.FirstOrDefault(i => i.IsAuthenticated && i.HasClaim(c => c.Type == Tenant));
        if (identity is null
            || !TenantId.TryParse(identity.FindFirst(Tenant)?.Value, out var tenant)
            || identity.FindFirst(Region)?.Value is not { } region
            || !Guid.TryParseExact(identity.FindFirst(Actor)?.Value, "N", out var actor)
            || !Enum.TryParse<ActorType>(identity.FindFirst(Type)?.Value, out var type)
            || !Enum.TryParse<Role>(identity.FindFirst(RoleName)?.Value, out var role)
            || !Enum.TryParse<AuthStrength>(identity.FindFirst(Strength)?.Value, out var strength))
        {
            return null;
        }

        return new Principal(tenant, new RegionCode(region), type, actor, role, strength)
        {
            Person = UserId.TryParse(identity.FindFirst(Person)?.Value, out var person) ? person : null,
            SessionId = identity.FindFirst(Session)?.Value,
            Scopes = [.. identity.FindAll(Scope).Select(c => c.Value)],
        };
    }

    private static void Add(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(type, value));
        }
    }
}
