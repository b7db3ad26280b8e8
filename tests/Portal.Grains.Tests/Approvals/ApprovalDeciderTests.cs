using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Tests.Models;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Approvals;

public sealed class ApprovalDeciderTests
{
    private static readonly UserId Olive = UserId.New(TimeProvider.System);
    private static readonly UserId Adam = UserId.New(TimeProvider.System);
    private static readonly ApprovalId Id = ApprovalId.New(TimeProvider.System);
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Reviewers Alone = new(1, 1, false);
    private static readonly Reviewers Two = new(2, 2, false);

    [Fact]
    public void Grant_WhenAloneAndConfirmed_IsASelfReview()
    {
        var decided = ApprovalDecider.Grant(Asked(), new("Read.", true), Alone, null, Id, As(Olive)).OrThrow();
        decided.Events.ShouldHaveSingleItem().ShouldBe(
            new ApprovalGranted(Olive.ToString(), ReviewMode.SelfReview, 1, "Read.", null, Noon));
    }

    [Fact]
    public void Grant_WhenAloneAndNotConfirmed_IsRefused() =>
        ApprovalDecider.Grant(Asked(), new("", false), Alone, null, Id, As(Olive))
            .Error!.Code.ShouldBe("self-review-not-confirmed");

    [Fact]
    public void Grant_OfOwnRequestWhenAnotherMayApprove_NeedsFourEyes() =>
        ApprovalDecider.Grant(Asked(), new("", true), Two, null, Id, As(Olive)).Error!.Code.ShouldBe("four-eyes");

    [Fact]
    public void Grant_OfOwnRequestOnEnterprise_NeedsFourEyesEvenAlone() =>
        ApprovalDecider.Grant(Asked(), new("", true), Alone with { Enterprise = true }, null, Id, As(Olive))
            .Error!.Code.ShouldBe("four-eyes");

    [Fact]
    public void Grant_ByAKeyOfTheRequester_NeedsFourEyes()
    {
        var key = As(Olive) with
        {
            Principal = As(Olive).Principal with { Type = ActorType.Service, ActorId = Guid.CreateVersion7() },
        };
        ApprovalDecider.Grant(Asked(), new("", true), Two, null, Id, key).Error!.Code.ShouldBe("four-eyes");
    }

    [Fact]
    public void Grant_BySomebodyElse_IsFourEyes() =>
        ApprovalDecider.Grant(Asked(), new("Fine.", false), Two, null, Id, As(Adam)).OrThrow()
            .Events.ShouldHaveSingleItem().ShouldBeOfType<ApprovalGranted>().Mode.ShouldBe(ReviewMode.FourEyes);

    [Fact]
    public void Grant_WhenTheGateFailsToday_IsRefused()
    {
        var champion = new Champion("mdl_x/1", new Dictionary<string, double> { ["roc-auc"] = 0.9 });
        ApprovalDecider.Grant(Asked(new Gate("roc-auc", null)), new("", true), Two, champion, Id, As(Adam))
            .Error!.Code.ShouldBe("gate-failed");
    }

    [Fact]
    public void Grant_AfterTheRequestLapsed_IsRefused() =>
        ApprovalDecider.Grant(Asked(), new("", true), Two, null, Id, As(Adam) with { Now = Noon.AddDays(31) })
            .Error!.Code.ShouldBe("approval-expired");

    [Fact]
    public void Decide_WhenDecidedAlready_IsRefused()
    {
        var refused = Asked().Apply(new ApprovalRefused(Adam.ToString(), "No.", Noon));
        ApprovalDecider.Grant(refused, new("", true), Two, null, Id, As(Adam))
            .Error!.Code.ShouldBe("approval-already-decided");
    }

    [Fact]
    public void Withdraw_ByAStranger_LooksLikeMissing() =>
        ApprovalDecider.Withdraw(Asked(), new("x"), Id, mayDecide: false, As(Adam))
            .Error!.ShouldBeOfType<NotFound>();

    private static DecisionContext As(UserId person) => new(
        new(default, new("eu-west"), ActorType.User, person.Value, Role.Owner, AuthStrength.Password)
        {
            Person = person,
        },
        Noon, 1, Guid.CreateVersion7);

    private static ApprovalState Asked(Gate? gate = null)
    {
        var version = VersionSample.Of() with { Number = 1 };
        var command = new RequestApproval(ModelId.New(TimeProvider.System), 1, Environments.Production, "", gate);
        return ApprovalDecider.Request(ApprovalState.Empty, command, version, null, Id, As(Olive)).OrThrow()
            .Events.Aggregate(ApprovalState.Empty, (s, e) => s.Apply(e));
    }
}
