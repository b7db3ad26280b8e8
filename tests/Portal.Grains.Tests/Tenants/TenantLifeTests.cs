using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Keys;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Tests.Tenants;

public sealed class TenantLifeTests(TenantPortal portal) : IClassFixture<TenantPortal>
{
    [Fact]
    public async Task ChangeRole_WhenTwoOwnersDemoteEachOtherAtOnce_LeavesOneOwner()
    {
        var first = await portal.OwnerAsync("two-owners");
        var second = await JoinAsync(first, "second@acme.example", Role.Owner);

        var outcomes = await Task.WhenAll(
            portal.TellAsync(
                TenantPortal.Call(first),
                g => g.ChangeRoleAsync(new(second.Person!.Value, Role.Viewer), CancellationToken.None)),
            portal.TellAsync(
                TenantPortal.Call(second),
                g => g.ChangeRoleAsync(new(first.Person!.Value, Role.Viewer), CancellationToken.None)));

        outcomes.Count(o => o.Ok).ShouldBe(1);
        (await portal.StateAsync(first.Tenant)).OwnerCount.ShouldBe(1);
    }

    [Fact]
    public async Task Join_ByOneInvitationManyTimesAtOnce_MakesOneMember()
    {
        var owner = await portal.OwnerAsync("one-use");
        var issued = (await portal.Invitations.InviteAsync(
            TenantPortal.Call(owner), "nora@acme.example", Role.Viewer, CancellationToken.None)).OrThrow();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => portal.Invitations.JoinAsync(
            issued.Token, $"Nora {i}", "correct horse battery", null, CancellationToken.None)));

        outcomes.Count(o => o.Ok).ShouldBe(1);
        (await portal.StateAsync(owner.Tenant)).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Invite_RepeatedWithItsCommandId_IsOneInvitationWhoseTokenIsNotShownAgain()
    {
        var owner = await portal.OwnerAsync("repeated");

        var first = await InviteAsync("c-1", Role.Viewer);
        var second = await InviteAsync("c-1", Role.Viewer);
        var other = await InviteAsync("c-1", Role.Admin);

        second.OrThrow().Id.ShouldBe(first.OrThrow().Id);
        first.Value!.Token.ShouldNotBeNull();
        second.Value!.Token.ShouldBeNull();
        other.Error!.Code.ShouldBe("command-id-reused");
        (await portal.StateAsync(owner.Tenant)).Invitations.Count.ShouldBe(1);

        Task<Result<IssuedInvitation>> InviteAsync(string command, Role role) => portal.Invitations.InviteAsync(
            TenantPortal.Call(owner, command), "nora@acme.example", role, CancellationToken.None);
    }

    [Fact]
    public async Task Invite_AgainstAnOldVersion_IsRefused()
    {
        var owner = await portal.OwnerAsync("if-match");

        var stale = await portal.Invitations.InviteAsync(
            TenantPortal.Call(owner, ifVersion: 1), "nora@acme.example", Role.Viewer, CancellationToken.None);

        stale.Error!.Code.ShouldBe("version-mismatch");
    }

    [Fact]
    public async Task Events_HoldNoAddressNamePasswordOrSecretInTheirBodies()
    {
        var owner = await portal.OwnerAsync("sealed");
        var key = (await portal.Keys.CreateAsync(
            TenantPortal.Call(owner), "Nightly", Role.Viewer, [], null, CancellationToken.None)).OrThrow();

        var events = await portal.Cell.Events.ReadAsync(
            owner.Tenant, GrainKeys.Tenant(owner.Tenant).ToString(), 0, CancellationToken.None);

        var stored = string.Concat(events.Select(e => System.Text.Encoding.UTF8.GetString(e.SealedBody.Span)));
        stored.ShouldContain("member.joined".Split('.')[0]);
        stored.ShouldNotContain("olivia", Case.Insensitive);
        stored.ShouldNotContain("password", Case.Insensitive);
        stored.ShouldNotContain(key.Text!);
    }

    [Fact]
    public async Task Remove_EndsSessionsAndKeysInTheSameCommand()
    {
        var owner = await portal.OwnerAsync("removed");
        var member = await JoinAsync(owner, "nora@acme.example", Role.DataScientist);
        var session = (await portal.SignIn.SignInAsync(
            owner.Tenant, TenantPortal.Region, "nora@acme.example", "correct horse battery", null,
                CancellationToken.None))
            .OrThrow();
        var key = (await portal.Keys.CreateAsync(
            TenantPortal.Call(member), "Nightly", Role.Viewer, [], null, CancellationToken.None)).OrThrow();

        (await portal.TellAsync(
            TenantPortal.Call(owner), g => g.RemoveMemberAsync(member.Person!.Value, CancellationToken.None)))
            .Ok.ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromSeconds(3));

        Credential.TryParse(Credential.ServiceKey, key.Text, out var credential).ShouldBeTrue();
        (await portal.Services.GetRequiredService<ServiceKeyReader>().FindAsync(credential, CancellationToken.None))
            .ShouldBeNull();
        (await portal.Services.GetRequiredService<SessionReader>().FindAsync(
            owner.Tenant, TenantPortal.Region, session.Session, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task SignIn_ByManyGuessesAtOnce_LooksAtFivePasswordsOnly()
    {
        var owner = await portal.OwnerAsync("guessed");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SignInAsync(owner.Tenant, $"guess number {i}")));

        (await SignInAsync(owner.Tenant, "correct horse battery")).Ok.ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        (await SignInAsync(owner.Tenant, "correct horse battery")).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task SignIn_WhenRefused_SaysTheSameToStrangersAndMembers()
    {
        var owner = await portal.OwnerAsync("silent");

        var unknown = await portal.SignIn.SignInAsync(
            owner.Tenant, TenantPortal.Region, "stranger@acme.example", "some password", null, CancellationToken.None);
        var wrong = await SignInAsync(owner.Tenant, "some password");

        unknown.Error.ShouldBe(wrong.Error);
    }

    [Fact]
    public async Task Session_LivesEightHoursFromItsLastUse()
    {
        var owner = await portal.OwnerAsync("sliding");
        var session = (await SignInAsync(owner.Tenant, "correct horse battery")).OrThrow().Session;

        portal.Clock.Advance(TimeSpan.FromHours(7));
        (await LivesAsync(owner.Tenant, session)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromHours(7));
        (await LivesAsync(owner.Tenant, session)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(2));
        (await LivesAsync(owner.Tenant, session)).ShouldBeFalse();
    }

    [Fact]
    public async Task Users_OfAnotherTenant_AreNotSeen()
    {
        var mine = await portal.OwnerAsync("mine");
        var theirs = await portal.OwnerAsync("theirs");

        var seen = await portal.Cell.Database.FindAsync(
            mine.Tenant,
            new DbWrite("select count(*) from users where tenant_id = $1", theirs.Tenant.Value),
            r => r.GetInt64(0),
            CancellationToken.None);

        seen.ShouldBe(0);
    }

    private Task<Result<SessionFacts>> SignInAsync(TenantId tenant, string password) => portal.SignIn.SignInAsync(
        tenant, TenantPortal.Region, "olivia@acme.example", password, null, CancellationToken.None);

    private async Task<bool> LivesAsync(TenantId tenant, SessionId session) =>
        await portal.Services.GetRequiredService<SessionReader>().FindAsync(
            tenant, TenantPortal.Region, session, CancellationToken.None) is not null;

    private async Task<Principal> JoinAsync(Principal owner, string email, Role role)
    {
        var issued = (await portal.Invitations.InviteAsync(
            TenantPortal.Call(owner), email, role, CancellationToken.None)).OrThrow();
        var joined = (await portal.Invitations.JoinAsync(
            issued.Token, "Nora", "correct horse battery", null, CancellationToken.None)).OrThrow();
        return TenantPortal.PersonOf(joined.Tenant, joined.User, role);
    }
}
