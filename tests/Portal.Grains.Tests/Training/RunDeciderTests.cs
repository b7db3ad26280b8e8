using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Training;
using Portal.Tenancy.Access;

namespace Portal.Grains.Tests.Training;

public sealed class RunDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly RunId Id = new(Guid.Parse("0195500a-0000-7000-8000-000000000001"));

    private static readonly Principal Person = new(
        new(Guid.Parse("0195500a-0000-7000-8000-000000000002")), new("eu-west"), ActorType.User,
        Guid.Parse("0195500a-0000-7000-8000-000000000003"), Role.Owner, AuthStrength.Password);

    private static readonly QueueRun Wanted = new(
        new RunRequest
        {
            Dataset = new(Guid.Parse("0195500a-0000-7000-8000-000000000004")),
            DatasetVersion = 1,
            DatasetSha256 = "aa",
            DatasetName = "Churn",
            Target = "Churn",
            ModelName = "Churn model",
            Seed = 1,
        },
        new RunPlan
        {
            Problem = Grains.Models.ProblemKind.Binary,
            Target = "Churn",
            Classes = ["No", "Yes"],
            PositiveClass = "Yes",
            Columns = [new("tenure", "number")],
            LeftOut = [],
            Rows = 100,
            RowsWithoutTarget = 0,
            TrainRows = 64,
            ValidationRows = 16,
            HoldOutRows = 20,
            Metric = "roc-auc",
            Seed = 1,
        });

    private static DecisionContext Context => new(Person, Now, 0, Guid.CreateVersion7);

    [Fact]
    public void Queue_WhenNew_SchedulesItsExecutionInTheSameDecision()
    {
        var decision = RunDecider.Queue(Id, RunState.Empty, Wanted, Context).OrThrow();

        decision.Events.Single().ShouldBeOfType<RunQueued>().By.ShouldBe(Person.Actor);
        var due = decision.Due.Single();
        (due.Kind, due.Command, due.DueAt).ShouldBe((RunDecider.ExecuteKind, Id.ToString(), Now));
    }

    [Fact]
    public void Queue_WhenItWasQueued_IsRefused() =>
        RunDecider.Queue(Id, Queued(), Wanted, Context).Error!.Code.ShouldBe("run-exists");

    [Fact]
    public void Begin_WhenANodeWasLost_BeginsTheNextAttempt()
    {
        var decision = RunDecider.Begin(Running(1), "b", Context).OrThrow();

        decision.Answer.Attempt.ShouldBe(2);
        decision.Events.Single().ShouldBe(new RunStarted(2, "b", Now));
    }

    [Fact]
    public void Begin_WhenThreeAttemptsWereLost_FailsTheRun()
    {
        var decision = RunDecider.Begin(Running(3), "b", Context).OrThrow();

        decision.Answer.Attempt.ShouldBe(0);
        decision.Events.Single().ShouldBeOfType<RunFailed>().Code.ShouldBe("worker-died");
    }

    [Fact]
    public void Begin_WhenAnAttemptWasInterruptedInGoodOrder_DoesNotCountItAsLost()
    {
        var state = Running(3).Apply(new RunInterrupted(3));

        RunDecider.Begin(state, "b", Context).OrThrow().Answer.Attempt.ShouldBe(4);
    }

    [Fact]
    public void Begin_WhenACancelIsWanted_CancelsInstead()
    {
        var state = Running(1).Apply(new RunCancelRequested("usr"));

        RunDecider.Begin(state, "b", Context).OrThrow().Events.Single().ShouldBe(new RunCancelled(Now));
    }

    [Fact]
    public void Cancel_WhenNoWorkerHasIt_EndsItAtOnce() =>
        RunDecider.RequestCancel(Queued(), Context).OrThrow().Events.Length.ShouldBe(2);

    [Fact]
    public void Cancel_WhenItHasFinished_IsRefused() =>
        RunDecider.RequestCancel(Finished(), Context).Error!.Code.ShouldBe("run-ended");

    [Fact]
    public void Finish_WhenAnotherAttemptBeganSince_IsRefused() =>
        RunDecider.Finish(Running(2), Finish(1), Context).Error!.Code.ShouldBe("attempt-superseded");

    [Fact]
    public void Finish_WhenSaidTwice_ChangesNothing() =>
        RunDecider.Finish(Finished(), Finish(1), Context).OrThrow().Events.ShouldBeEmpty();

    [Fact]
    public void Fail_WhenItWasCancelled_IsRefused()
    {
        var state = Running(1).Apply(new RunCancelled(Now));

        RunDecider.Fail(state, new(1, "a", "b"), Context).Error!.Code.ShouldBe("run-ended");
    }

    private static RunState Queued() => RunState.Empty.Apply(new RunQueued(Wanted.Request, Wanted.Plan, Now, "usr"));

    private static RunState Running(int attempt) => Queued().Apply(new RunStarted(attempt, "a", Now));

    private static RunState Finished() => Running(1).Apply(new RunFinished(
        new(Id.Value), 1, ImmutableSortedDictionary<string, double>.Empty,
        ImmutableSortedDictionary<string, double>.Empty, "bb", Now));

    private static FinishRun Finish(int attempt) => new(
        attempt, new(Id.Value), 1, ImmutableSortedDictionary<string, double>.Empty,
        ImmutableSortedDictionary<string, double>.Empty, "bb");
}
