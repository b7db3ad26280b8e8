using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Tenants;

/// <summary>A tenant's state, made of the events that lead to it.</summary>
internal sealed class TenantBuilder
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly TenantId Tenant = TenantId.New(TimeProvider.System);
    public static readonly UserId Owner = UserId.New(TimeProvider.System);

    public TenantBuilder(Plan plan = Plan.Smb) => State = Apply(
        new TenantCreated(Tenant, "Acme", "acme", new("eu-west"), plan, Owner, "sign-up"),
        new MemberJoined(Owner, "olivia@acme.example", "Olivia", Role.Owner, null));

    public TenantState State { get; private set; } = TenantState.Empty;

    public UserId Member(Role role, string? email = null)
    {
        var id = UserId.New(TimeProvider.System);
        State = Apply(new MemberJoined(id, email ?? $"{id}@acme.example", "Member", role, null));
        return id;
    }

    public InvitationId Invitation(Role role, DateTimeOffset? expires = null, string secret = "secret")
    {
        var id = InvitationId.New(TimeProvider.System);
        State = Apply(new MemberInvited(id, $"{id}@acme.example", role, secret, expires ?? Now.AddDays(7)));
        return id;
    }

    public ServiceKeyId Key(UserId person, Role role, DateTimeOffset? expires = null)
    {
        var id = ServiceKeyId.New(TimeProvider.System);
        State = Apply(new ServiceKeyCreated(id, "Key", role, [], person, "secret", expires ?? Now.AddDays(90)));
        return id;
    }

    public static DecisionContext As(UserId person, Role role) => new(
        new Principal(Tenant, new("eu-west"), ActorType.User, person.Value, role, AuthStrength.Password)
        {
            Person = person,
        },
        Now, 1, Guid.CreateVersion7);

    public static DecisionContext AsKey(
        ServiceKeyId key, UserId person, Role role, params ImmutableArray<string> scopes) =>
        new(
            new Principal(Tenant, new("eu-west"), ActorType.Service, key.Value, role, AuthStrength.Key)
            {
                Person = person,
                Scopes = scopes,
            },
            Now, 1, Guid.CreateVersion7);

    private TenantState Apply(params ReadOnlySpan<IDomainEvent> happened)
    {
        var state = State;
        foreach (var e in happened)
        {
            state = state.Apply(e);
        }

        return state;
    }
}
