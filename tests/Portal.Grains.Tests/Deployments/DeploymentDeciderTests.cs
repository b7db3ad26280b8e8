using Portal.Grains.Approvals;
using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Tests.Models;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tests.Deployments;

public sealed class DeploymentDeciderTests
{
    private static readonly DeploymentId Id = DeploymentId.New(TimeProvider.System);
    private static readonly ModelId Model = ModelId.New(TimeProvider.System);
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DecisionContext Context = new(
        Principal.System(default, new("eu-west")), Noon, 1, Guid.CreateVersion7);

    [Theory]
    [InlineData("ab")]
    [InlineData("1churn")]
    [InlineData("Churn")]
    [InlineData("churn model")]
    public void Create_WithABadName_IsRefused(string name) =>
        DeploymentDecider.Create(DeploymentState.Empty, new(name, Environments.Production), Id, Context)
            .Error!.Code.ShouldBe("invalid-endpoint-name");

    [Fact]
    public void Deploy_ToProductionWithoutApproval_IsForbidden() =>
        DeploymentDecider.Deploy(Made(), new(Model, 1), Version(1), null, Id, Context)
            .Error!.Code.ShouldBe("approval-required");

    [Fact]
    public void Deploy_WithAnApprovalOfAnotherArtifact_IsForbidden()
    {
        var other = Approved(Version(1) with { Artifact = new("models/z", new string('z', 64), 3) });
        DeploymentDecider.Deploy(Made(), new(Model, 1), Version(1), other, Id, Context)
            .Error!.Code.ShouldBe("approval-required");
    }

    [Theory]
    [InlineData(ApprovalStatus.Pending)]
    [InlineData(ApprovalStatus.Refused)]
    [InlineData(ApprovalStatus.Withdrawn)]
    public void Deploy_WithAnApprovalThatIsNotGranted_IsForbidden(ApprovalStatus status)
    {
        var seen = Standing(status);
        DeploymentDecider.Deploy(Made(), new(Model, 1), Version(1), seen, Id, Context)
            .Error!.Code.ShouldBe("approval-required");
    }

    [Fact]
    public void Deploy_WithItsApproval_ExpectsThatStreamAndSchedulesTheRoute()
    {
        var approval = Approved(Version(1));
        var decided = DeploymentDecider.Deploy(Made(), new(Model, 1), Version(1), approval, Id, Context).OrThrow();
        decided.Expects.ShouldBe([approval.Seen.Expect]);
        decided.Due.ShouldHaveSingleItem().Kind.ShouldBe(RouteWork.Kind);
        decided.Events.ShouldHaveSingleItem().ShouldBeOfType<RevisionProposed>().Approvals.ShouldBe([approval.Id]);
    }

    [Fact]
    public void Deploy_OutsideProduction_NeedsNoApproval() =>
        DeploymentDecider.Deploy(Made(Environments.Dev), new(Model, 1), Version(1), null, Id, Context)
            .Ok.ShouldBeTrue();

    [Fact]
    public void Deploy_WhileARevisionLoads_IsRefused()
    {
        var busy = Deployed(Made(), 1);
        DeploymentDecider.Deploy(busy, new(Model, 2), Version(2), Approved(Version(2)), Id, Context)
            .Error!.Code.ShouldBe("deployment-busy");
    }

    [Fact]
    public void Conclude_Routes_AndSupersedesWhatAnsweredBefore()
    {
        var state = Routed(Routed(Made(), 1), 2);
        state.Routed!.Number.ShouldBe(2);
        state.Revisions[0].Status.ShouldBe(RevisionStatus.Superseded);
    }

    [Fact]
    public void Conclude_AFailure_LeavesWhatAnswers()
    {
        var state = Deployed(Routed(Made(), 1), 2);
        state = Apply(state, DeploymentDecider.Conclude(state, new(2, "artifact-hash-mismatch", "x"), Id, Context));
        state.Routed!.Number.ShouldBe(1);
        state.Loading.ShouldBeNull();
    }

    [Fact]
    public void Conclude_OfARevisionThatIsNotLoading_ChangesNothing() =>
        DeploymentDecider.Conclude(Routed(Made(), 1), new(1, "late", null), Id, Context)
            .OrThrow().Events.ShouldBeEmpty();

    [Fact]
    public void RollBack_GoesToWhatAnsweredBefore_WithItsApproval()
    {
        var state = Routed(Routed(Made(), 1), 2);
        var decided = DeploymentDecider.RollBack(state, [Approved(Version(1))], Id, Context).OrThrow();
        var proposed = decided.Events.ShouldHaveSingleItem().ShouldBeOfType<RevisionProposed>();
        proposed.Targets.ShouldHaveSingleItem().Version.ShouldBe(1);
        proposed.Cause.ShouldBe(RevisionCause.Rollback);
    }

    [Fact]
    public void RollBack_WhenItsApprovalWasWithdrawn_IsForbidden()
    {
        var seen = Standing(ApprovalStatus.Withdrawn);
        DeploymentDecider.RollBack(Routed(Routed(Made(), 1), 2), [seen], Id, Context)
            .Error!.Code.ShouldBe("approval-withdrawn");
    }

    [Fact]
    public void RollBack_WithNothingBefore_IsRefused() =>
        DeploymentDecider.RollBack(Routed(Made(), 1), [], Id, Context)
            .Error!.Code.ShouldBe("nothing-to-roll-back-to");

    [Fact]
    public void Deploy_AfterStop_IsRefused()
    {
        var state = Made();
        state = Apply(state, DeploymentDecider.Stop(state, new("done"), Id, Context));
        DeploymentDecider.Deploy(state, new(Model, 1), Version(1), Approved(Version(1)), Id, Context)
            .Error!.Code.ShouldBe("deployment-stopped");
    }

    private static DeploymentState Made(string environment = Environments.Production) => Apply(
        DeploymentState.Empty,
        DeploymentDecider.Create(DeploymentState.Empty, new("churn", environment), Id, Context));

    private static DeploymentState Deployed(DeploymentState state, int version) => Apply(
        state,
        DeploymentDecider.Deploy(
            state, new(Model, version), Version(version), Approved(Version(version)), Id, Context));

    private static DeploymentState Routed(DeploymentState state, int version)
    {
        var loading = Deployed(state, version);
        return Apply(
            loading, DeploymentDecider.Conclude(loading, new(loading.Loading!.Number, null, null), Id, Context));
    }

    private static DeploymentState Apply<T>(DeploymentState state, Result<Decision<T>> decided) =>
        decided.OrThrow().Events.Aggregate(state, (s, e) => s.Apply(e));

    private static ModelVersion Version(int number) => VersionSample.Of() with
    {
        Number = number,
        Artifact = new($"models/{number}", new string((char)('a' + number), 64), 3),
    };

    private static SeenApproval Standing(ApprovalStatus status)
    {
        var granted = Approved(Version(1));
        return granted with
        {
            Seen = granted.Seen with { State = granted.Seen.State with { Status = status } },
        };
    }

    private static SeenApproval Approved(ModelVersion version) => new(
        ApprovalId.New(TimeProvider.System).ToString(),
        new(
            new ApprovalState
            {
                Exists = true,
                Model = Model,
                Version = version.Number,
                Environment = Environments.Production,
                ArtifactSha256 = version.Artifact.Sha256,
                Status = ApprovalStatus.Granted,
            },
            "stream",
            2));
}
