using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>When sessions begin and end.</summary>
internal static class SessionDecider
{
    public static Result<Decision<Unit>> Start(SessionState state, SessionId id, DecisionContext context) =>
        state.User is not null ? TenantErrors.NoTenant
        : context.Principal.Person is not { } person ? TenantErrors.NoPerson
        : Decision.Of(
            Unit.Done,
            new SessionStarted(id, person, context.Principal.Strength.ToString().ToLowerInvariant()));

    public static Result<Decision<Unit>> End(SessionState state, SessionId id, DecisionContext context) =>
        state.User is null || state.User != context.Principal.Person ? TenantErrors.NoTenant
        : state.Ended ? Decision.Nothing(Unit.Done)
        : Decision.Of(Unit.Done, new SessionEnded(id, "signed-out"));
}
