using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Tenants;

public sealed class MemberDeciderTests
{
    private readonly TenantBuilder _tenant = new();

    [Fact]
    public void ChangeRole_OfTheLastOwner_IsRefused() =>
        MemberDecider.ChangeRole(_tenant.State, new(TenantBuilder.Owner, Role.Admin), Owner())
            .Error!.Code.ShouldBe("last-owner");

    [Fact]
    public void Remove_OfTheLastOwner_IsRefused() =>
        MemberDecider.Remove(_tenant.State, TenantBuilder.Owner, Owner()).Error!.Code.ShouldBe("last-owner");

    [Fact]
    public void Remove_OfAnOwner_WhenThereIsAnother_IsDone()
    {
        _tenant.Member(Role.Owner);

        var decided = MemberDecider.Remove(_tenant.State, TenantBuilder.Owner, Owner());

        decided.Value!.Events.ShouldBe([new MemberRemoved(TenantBuilder.Owner, Role.Owner)]);
    }

    [Theory]
    [InlineData(Role.Admin, Role.Owner)]
    [InlineData(Role.DataScientist, Role.Approver)]
    [InlineData(Role.Approver, Role.DataScientist)]
    [InlineData(Role.ComplianceOfficer, Role.Admin)]
    public void Invite_WithARoleAboveTheOwn_IsRefused(Role own, Role given) =>
        MemberDecider.Invite(_tenant.State, Invite("a@b.example", given), TenantBuilder.As(TenantBuilder.Owner, own))
            .Error!.Code.ShouldBe("role-above-own");

    [Fact]
    public void Invite_OfAMember_IsRefusedWhateverTheSpelling() =>
        MemberDecider.Invite(_tenant.State, Invite("OLIVIA@acme.example", Role.Viewer), Owner())
            .Error!.Code.ShouldBe("email-taken");

    [Fact]
    public void Invite_LastsSevenDays()
    {
        var decided = MemberDecider.Invite(_tenant.State, Invite("a@b.example", Role.Viewer), Owner());

        decided.Value!.Answer.ExpiresAt.ShouldBe(TenantBuilder.Now.AddDays(7));
    }

    [Fact]
    public void Join_ByAnInvitation_MakesAMemberAndUsesItUp()
    {
        var invitation = _tenant.Invitation(Role.Approver);
        var decided = MemberDecider.Join(_tenant.State, Join(invitation), Owner());

        var joined = decided.Value!.Events.ShouldHaveSingleItem().ShouldBeOfType<MemberJoined>();
        joined.Role.ShouldBe(Role.Approver);
        MemberDecider.Join(_tenant.State.Apply(joined), Join(invitation), Owner())
            .Error!.Code.ShouldBe("invitation-invalid");
    }

    [Fact]
    public void Join_ByAnInvitationThatExpires_IsRefusedFromThatMomentOn()
    {
        var invitation = _tenant.Invitation(Role.Viewer, TenantBuilder.Now);

        MemberDecider.Join(_tenant.State, Join(invitation), Owner()).Error!.Code.ShouldBe("invitation-invalid");
    }

    [Fact]
    public void Join_WithAnotherSecret_IsRefusedLikeAnUnknownInvitation()
    {
        var invitation = _tenant.Invitation(Role.Viewer, secret: "right");

        var wrong = MemberDecider.Join(_tenant.State, Join(invitation, "wrong"), Owner());
        var unknown = MemberDecider.Join(_tenant.State, Join(InvitationId.New(TimeProvider.System)), Owner());

        wrong.Error.ShouldBe(unknown.Error);
    }

    [Fact]
    public void ChangeRole_ToALowerOne_EndsKeysThatItDoesNotCover()
    {
        var member = _tenant.Member(Role.Admin);
        var tooMuch = _tenant.Key(member, Role.DataScientist);
        var enough = _tenant.Key(member, Role.Viewer);

        var decided = MemberDecider.ChangeRole(_tenant.State, new(member, Role.Approver), Owner());

        var ended = decided.Value!.Events.OfType<ServiceKeyRevoked>().Select(e => e.Key).ToList();
        ended.ShouldBe([tooMuch]);
        ended.ShouldNotContain(enough);
    }

    [Fact]
    public void Remove_EndsAllKeysOfThePerson()
    {
        var member = _tenant.Member(Role.DataScientist);
        var key = _tenant.Key(member, Role.Viewer);
        _tenant.Key(TenantBuilder.Owner, Role.Viewer);

        var decided = MemberDecider.Remove(_tenant.State, member, Owner());

        decided.Value!.Events.OfType<ServiceKeyRevoked>().Select(e => e.Key).ShouldBe([key]);
    }

    [Fact]
    public void ApproverCount_CountsWhoMayApprove()
    {
        _tenant.Member(Role.DataScientist);
        _tenant.Member(Role.ComplianceOfficer);
        _tenant.State.ApproverCount.ShouldBe(1);

        _tenant.Member(Role.Approver);

        _tenant.State.ApproverCount.ShouldBe(2);
    }

    private static DecisionContext Owner() => TenantBuilder.As(TenantBuilder.Owner, Role.Owner);

    private static InviteMember Invite(string email, Role role) =>
        new(InvitationId.New(TimeProvider.System), email, role, "secret");

    private static JoinTenant Join(InvitationId invitation, string secret = "secret") =>
        new(invitation, secret, UserId.New(TimeProvider.System), "Nora", "hash");
}
