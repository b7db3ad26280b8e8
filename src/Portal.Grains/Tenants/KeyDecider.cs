using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>Which keys are made and who revokes them.</summary>
internal static class KeyDecider
{
    public static Result<Decision<ServiceKeyMade>> Create(
        TenantState state, NewServiceKey command, DecisionContext context)
    {
        var principal = context.Principal;
        if (principal.Person is not { } person || !state.Members.TryGetValue(person, out var member))
        {
            return TenantErrors.NoPerson;
        }

        var faults = TenantFaults.Key(command.Name, command.Days).ToList();
        if (faults.Count > 0)
        {
            return TenantFaults.Of(faults);
        }

        if (!RoleRules.Covers(principal.Role, command.Role) || !RoleRules.Covers(member.Role, command.Role))
        {
            return TenantErrors.RoleAboveOwn;
        }

        if (state.Keys.Values.Count(k => k.ExpiresAt > context.Now) >= TenantLimits.KeysMax)
        {
            return TenantErrors.TooMany("keys", TenantLimits.KeysMax);
        }

        var made = Made(command, person, context);
        if (command.Days is null && principal.Type is ActorType.Service
            && state.Keys.TryGetValue(new ServiceKeyId(principal.ActorId), out var maker)
            && made.ExpiresAt > maker.ExpiresAt)
        {
            made = made with { ExpiresAt = maker.ExpiresAt };
        }

        return IsBeyondMaker(state, made, principal)
            ? TenantErrors.KeyBeyondMaker
            : Decision.Of(new ServiceKeyMade(made.Key, made.ExpiresAt), made);
    }

    public static Result<Decision<Unit>> Revoke(TenantState state, ServiceKeyId id, DecisionContext context)
    {
        if (!state.Keys.TryGetValue(id, out var key))
        {
            return TenantErrors.NoKey;
        }

        var principal = context.Principal;
        var own = principal.Person == key.Person;
        var manages = principal.Role is Role.Owner or Role.Admin && RoleRules.Covers(principal.Role, key.Role);
        return own || manages
            ? Decision.Of(Unit.Done, new ServiceKeyRevoked(id, "by-hand"))
            : TenantErrors.RoleAboveOwn;
    }

    public static ServiceKeyCreated Made(NewServiceKey key, UserId person, DecisionContext context) => new(
        key.Id, key.Name, key.Role, key.Scopes.IsDefault ? [] : key.Scopes, person, key.Secret,
        context.Now.AddDays(key.Days ?? TenantLimits.KeyDaysDefault));

    // Otherwise a stolen key could make itself a longer life.
    private static bool IsBeyondMaker(TenantState state, ServiceKeyCreated made, Principal maker)
    {
        if (maker.Type is not ActorType.Service)
        {
            return false;
        }

        var scoped = !maker.Scopes.IsDefaultOrEmpty;
        return !state.Keys.TryGetValue(new ServiceKeyId(maker.ActorId), out var own)
            || made.ExpiresAt > own.ExpiresAt
            || (scoped && (made.Scopes.IsEmpty || made.Scopes.Except(maker.Scopes).Any()));
    }
}
