using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tenants;

/// <summary>How a tenant comes to be.</summary>
internal static class TenantDecider
{
    public static Result<Decision<TenantMade>> Create(TenantState state, CreateTenant command, DecisionContext context)
    {
        if (state.Abandoned)
        {
            return TenantErrors.SignUpExpired;
        }

        if (state.Created is { } created)
        {
            return created.SignUp == command.SignUp
                ? Decision.Nothing(new TenantMade(created.Owner, Now: false))
                : TenantErrors.SlugTaken;
        }

        var principal = context.Principal;
        var owner = command.Owner;
        var events = ImmutableArray.CreateBuilder<IDomainEvent>();
        events.Add(new TenantCreated(
            principal.Tenant, command.Name, command.Slug, principal.Region, Plan.Smb, owner.Id, command.SignUp));
        events.AddRange(command.Terms.Select(t => new TermsAccepted(t.Document, t.Version, t.Sha256, owner.Id)));
        events.Add(new MemberJoined(owner.Id, owner.Email, owner.Name, Role.Owner, Invitation: null));
        if (command.Key is { } key)
        {
            events.Add(KeyDecider.Made(key, owner.Id, context));
        }

        return Decision.Of(new TenantMade(owner.Id, Now: true), events.ToImmutable()) with
        {
            Writes = [Password(principal.Tenant, owner.Id, owner.PasswordHash)],
        };
    }

    public static Result<Decision<bool>> Settle(TenantState state) =>
        state.Created is not null ? Decision.Nothing(true)
        : state.Abandoned ? Decision.Nothing(false)
        : Decision.Of(false, new TenantAbandoned());

    /// <summary>A password's hash, which no event may hold.</summary>
    public static DbWrite Password(TenantId tenant, UserId user, string hash) => new(
        "update users set password_hash = $3 where tenant_id = $1 and user_id = $2", tenant.Value, user.Value, hash);
}
