using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Tests.Tenants;

public sealed class SignUpCrashTests(TenantPortal portal) : IClassFixture<TenantPortal>
{
    private const string Key = "0192b6f0-sign-up";

    [Theory]
    [InlineData("before-reserve")]
    [InlineData("after-reserve")]
    [InlineData("before-confirm")]
    [InlineData("after-confirm")]
    public async Task SignUp_RepeatedAfterACrash_EndsInOneTenant(string line)
    {
        var slug = $"again-{line}";
        await DieAsync(line, slug);

        var again = await portal.SignUp.SignUpAsync(portal.Request(slug), Key, null, CancellationToken.None);

        var made = again.OrThrow();
        (await portal.Directory.FindAsync(slug, CancellationToken.None))!.Tenant.ShouldBe(made.Tenant);
        var state = await portal.StateAsync(made.Tenant);
        state.Members.Keys.ShouldBe([made.Owner]);
        (await SignInAsync(made.Tenant)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Reconciler_WhenTheTenantCameToBe_ConfirmsItsAddress()
    {
        await DieAsync("before-confirm", "half-made");
        (await portal.Directory.FindAsync("half-made", CancellationToken.None)).ShouldBeNull();

        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        await portal.Reconciler.SettleAsync(CancellationToken.None);

        var entry = await portal.Directory.FindAsync("half-made", CancellationToken.None);
        (await SignInAsync(entry!.Tenant)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Reconciler_WhenTheTenantDidNot_GivesItsAddressBackAndRefusesTheLateComer()
    {
        await DieAsync("after-reserve", "never-made");
        var pending = (await portal.Directory.PendingAsync(
            TenantPortal.Region, portal.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None))
            .Single(e => e.Slug == "never-made");

        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        await portal.Reconciler.SettleAsync(CancellationToken.None);

        (await portal.StateAsync(pending.Tenant)).Abandoned.ShouldBeTrue();
        var late = await portal.TellAsync(
            TenantPortal.Call(TenantPortal.PersonOf(pending.Tenant, UserId.New(portal.Clock), Role.Owner)),
            g => g.CreateAsync(
                new("Late", "never-made", new(UserId.New(portal.Clock), "l@l.example", "L", "h"), [], "x", null),
                CancellationToken.None));
        late.Error!.Code.ShouldBe("sign-up-expired");
        var other = await portal.SignUp.SignUpAsync(
            portal.Request("never-made", "nora@other.example"), null, null, CancellationToken.None);
        other.OrThrow().Tenant.ShouldNotBe(pending.Tenant);
    }

    [Fact]
    public async Task Reconciler_BeforeAMinuteHasPassed_LeavesASignUpAlone()
    {
        await DieAsync("after-reserve", "still-going");

        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await portal.Reconciler.SettleAsync(CancellationToken.None);

        var pending = await portal.Directory.PendingAsync(
            TenantPortal.Region, portal.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        pending.ShouldContain(e => e.Slug == "still-going");
    }

    [Fact]
    public async Task SignUp_BySomebodyElse_DoesNotGetATenantThatCameToBe()
    {
        await DieAsync("before-confirm", "mine-already");

        var other = await portal.SignUp.SignUpAsync(
            portal.Request("mine-already", "nora@other.example"), null, null, CancellationToken.None);

        other.Error!.Code.ShouldBe("slug-taken");
    }

    [Fact]
    public async Task SignUp_ByManyAtOnce_GivesTheAddressToOne()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => portal.SignUp.SignUpAsync(
            portal.Request("wanted", $"person{i}@many.example"), null, null, CancellationToken.None)));

        outcomes.Count(o => o.Ok).ShouldBe(1);
        outcomes.Where(o => !o.Ok).ShouldAllBe(o => o.Error!.Code == "slug-taken");
    }

    private async Task DieAsync(string line, string slug)
    {
        var services = portal.Services;
        var dying = new SignUpService(
            services.GetRequiredService<ICells>(), new BreakingDirectory(portal.Directory, line),
            services.GetRequiredService<GrainGateway>(), services.GetRequiredService<PortalUsers>(),
            services.GetRequiredService<TermsCatalog>(), portal.Clock);
        await Should.ThrowAsync<ProcessDied>(
            () => dying.SignUpAsync(portal.Request(slug), Key, null, CancellationToken.None));
    }

    private Task<Result<SessionFacts>> SignInAsync(TenantId tenant) => portal.SignIn.SignInAsync(
        tenant, TenantPortal.Region, "olivia@acme.example", "correct horse battery", null, CancellationToken.None);
}
