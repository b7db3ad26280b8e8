using System.Collections.Immutable;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Tenants;

public sealed class KeyDeciderTests
{
    private readonly TenantBuilder _tenant = new();

    [Fact]
    public void Create_WithoutDays_LivesForNinety()
    {
        var decided = KeyDecider.Create(_tenant.State, New(Role.Viewer), Owner());

        decided.Value!.Answer.ExpiresAt.ShouldBe(TenantBuilder.Now.AddDays(90));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void Create_WithDaysOutOfRange_NamesTheField(int days) =>
        KeyDecider.Create(_tenant.State, New(Role.Viewer, days), Owner()).Error!.Fields.ShouldHaveSingleItem()
            .Path.ShouldBe("days");

    [Fact]
    public void Create_WithARoleAboveTheOwn_IsRefused()
    {
        var member = _tenant.Member(Role.DataScientist);

        KeyDecider.Create(_tenant.State, New(Role.Admin), TenantBuilder.As(member, Role.DataScientist))
            .Error!.Code.ShouldBe("role-above-own");
    }

    [Fact]
    public void Create_ByAKeyWhosePersonWasLowered_GoesByThePerson()
    {
        var member = _tenant.Member(Role.Viewer);
        var key = _tenant.Key(member, Role.Admin);

        KeyDecider.Create(_tenant.State, New(Role.Admin, 1), TenantBuilder.AsKey(key, member, Role.Admin))
            .Error!.Code.ShouldBe("role-above-own");
    }

    [Fact]
    public void Create_ByAKey_CannotOutliveIt()
    {
        var key = _tenant.Key(TenantBuilder.Owner, Role.Owner, TenantBuilder.Now.AddDays(10));
        var context = TenantBuilder.AsKey(key, TenantBuilder.Owner, Role.Owner);

        KeyDecider.Create(_tenant.State, New(Role.Viewer, 11), context).Error!.Code.ShouldBe("key-beyond-maker");
        KeyDecider.Create(_tenant.State, New(Role.Viewer, 10), context).Ok.ShouldBeTrue();
        KeyDecider.Create(_tenant.State, New(Role.Viewer), context).Value!.Answer.ExpiresAt
            .ShouldBe(TenantBuilder.Now.AddDays(10));
    }

    [Fact]
    public void Create_ByAScopedKey_CannotHaveMoreScopes()
    {
        var key = _tenant.Key(TenantBuilder.Owner, Role.Owner);
        var context = TenantBuilder.AsKey(key, TenantBuilder.Owner, Role.Owner, "keys.manage", "datasets.read");

        KeyDecider.Create(_tenant.State, New(Role.Viewer, 1), context).Error!.Code.ShouldBe("key-beyond-maker");
        KeyDecider.Create(_tenant.State, New(Role.Viewer, 1, "datasets.write"), context)
            .Error!.Code.ShouldBe("key-beyond-maker");
        KeyDecider.Create(_tenant.State, New(Role.Viewer, 1, "datasets.read"), context).Ok.ShouldBeTrue();
    }

    [Fact]
    public void Create_ByTheProductItself_IsRefused()
    {
        var system = TenantBuilder.As(TenantBuilder.Owner, Role.Owner) with
        {
            Principal = Principal.System(TenantBuilder.Tenant, new("eu-west")),
        };

        KeyDecider.Create(_tenant.State, New(Role.Viewer), system).Error!.Code.ShouldBe("no-person");
    }

    [Fact]
    public void Revoke_OfSomebodyElsesKey_NeedsARoleThatManages()
    {
        var approver = _tenant.Member(Role.Approver);
        var admin = _tenant.Member(Role.Admin);
        var key = _tenant.Key(_tenant.Member(Role.DataScientist), Role.DataScientist);
        var ownersKey = _tenant.Key(TenantBuilder.Owner, Role.Owner);

        KeyDecider.Revoke(_tenant.State, key, TenantBuilder.As(approver, Role.Approver)).Ok.ShouldBeFalse();
        KeyDecider.Revoke(_tenant.State, ownersKey, TenantBuilder.As(admin, Role.Admin)).Ok.ShouldBeFalse();
        KeyDecider.Revoke(_tenant.State, key, TenantBuilder.As(admin, Role.Admin)).Ok.ShouldBeTrue();
    }

    private static DecisionContext Owner() => TenantBuilder.As(TenantBuilder.Owner, Role.Owner);

    private static NewServiceKey New(Role role, int? days = null, params ImmutableArray<string> scopes) =>
        new(ServiceKeyId.New(TimeProvider.System), "Nightly", role, scopes, days, "secret");
}
