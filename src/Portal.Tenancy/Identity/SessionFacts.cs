using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>A live session and the person behind it as he is now.</summary>
public sealed record SessionFacts(
    SessionId Session, UserId User, string Name, string Email, Role Role, AuthStrength Strength)
{
    /// <summary>The principal of a call in this session.</summary>
    public Principal ToPrincipal(TenantId tenant, RegionCode region) =>
        new(tenant, region, ActorType.User, User.Value, Role, Strength)
        {
            Person = User,
            SessionId = Session.ToString(),
        };
}
