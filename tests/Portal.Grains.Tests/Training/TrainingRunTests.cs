using Portal.Compute.Native;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training;
using Portal.Grains.Training.Execution;
using Portal.Grains.Workers;

namespace Portal.Grains.Tests.Training;

public sealed class TrainingRunTests(TrainingPortal portal) : IClassFixture<TrainingPortal>
{
    [Fact]
    public async Task Run_WithTheRealWorker_EndsInOneVersionWithItsThreeFiles()
    {
        if (!CanTrain())
        {
            return;
        }

        portal.Worker.Does = null;
        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));

        await portal.RunDueAsync();

        var state = await portal.StateAsync(person, run);
        state.ErrorMessage.ShouldBeNull();
        state.Status.ShouldBe(RunStatus.Finished, portal.LastFault?.ToString());
        var version = (await portal.Models.VersionAsync(person, state.Model!.Value, 1, default)).OrThrow();
        version.Run.ShouldBe(run);
        version.RegisteredBy.ShouldBe(person.Actor);
        version.Metrics["roc-auc"].ShouldBeInRange(0.5, 1);
        version.Metrics.ShouldBe(state.Metrics!);
        version.BaselineMetrics["roc-auc"].ShouldBe(0.5);
        foreach (var file in (StoredArtifact[])[version.Artifact, version.Report, version.Reference])
        {
            await using var stream = await portal.Cell.Blobs.OpenAsync(person.Tenant, file.Name, default);
            using var read = new MemoryStream();
            await stream.ShouldNotBeNull().CopyToAsync(read);
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(read.ToArray()))
            .ShouldBe(file.Sha256);
        }

        var progress = (await portal.Runs.ProgressAsync(person, run, 0, default)).OrThrow();
        progress.Select(p => p.Seq).ShouldBe(Enumerable.Range(1, progress.Count));
        progress.Count(p => p.Round is not null).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Run_WhenTheWorkerIsKilledMidWay_IsMadeAgainAndEndsInOneVersion()
    {
        if (!CanTrain())
        {
            return;
        }

        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));
        portal.Worker.Does = (_, _, _) => throw new WorkerDiedException(WorkerDiedException.Exited, 137, "");
        await portal.RunDueAsync();
        (await portal.StateAsync(person, run)).Status.ShouldBe(RunStatus.Running);
        portal.Worker.Does = null;

        await portal.RunDueAsync();

        var state = await portal.StateAsync(person, run);
        (state.Status, state.Attempt, state.Version).ShouldBe((RunStatus.Finished, 2, 1));
        (await portal.CountAsync(person.Tenant, "model_versions")).ShouldBe(1);
    }

    [Fact]
    public async Task Run_WhenTheNodeFallsBetweenRegisteringAndReporting_EndsInTheSameVersion()
    {
        if (!CanTrain())
        {
            return;
        }

        portal.Worker.Does = null;
        var person = await portal.NewTenantAsync();
        var dataset = await portal.ChurnAsync(person);
        var run = await portal.QueueAsync(person, dataset, "Twice");
        await portal.RunDueAsync();
        var first = await portal.StateAsync(person, run);

        // The same run once more up to registration: what a node does that fell before it could report.
        var version = (await portal.Models.VersionAsync(person, first.Model!.Value, 1, default)).OrThrow();
        var again = await portal.Gateway.CallAsync<IModelGrain, ModelAnswer>(
            TrainingPortal.Call(person),
            GrainKeys.Model(person.Tenant, first.Model.Value),
            grain => grain.RegisterAsync(new("Twice", version), default));
        var second = await portal.QueueAsync(person, dataset, "Twice");
        await portal.RunDueAsync();

        again.OrThrow().Version.ShouldBe(1);
        var other = await portal.StateAsync(person, second);
        (other.Model, other.Version).ShouldBe((first.Model, 2));
        var twin = (await portal.Models.VersionAsync(person, first.Model.Value, 2, default)).OrThrow();
        twin.Artifact.ShouldBe(version.Artifact);
        twin.Report.ShouldBe(version.Report);
        twin.Reference.ShouldBe(version.Reference);
    }

    [Fact]
    public async Task Run_WhenItsWorkerDiesThreeTimes_FailsWithPlainWords()
    {
        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));
        portal.Worker.Does = (_, _, _) => throw new WorkerDiedException(WorkerDiedException.MemoryLimit, 137, "");

        for (var i = 0; i < 3; i++)
        {
            await portal.RunDueAsync();
        }

        var state = await portal.StateAsync(person, run);
        (state.Status, state.ErrorCode, state.Attempt).ShouldBe((RunStatus.Failed, "worker-died", 3));
        state.ErrorMessage!.ShouldContain("memory");
    }

    [Fact]
    public async Task Run_WhenTheWorkerRefuses_FailsAtOnceWithItsCode()
    {
        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));
        portal.Worker.Does = (_, _, _) =>
            Task.FromResult(new WorkerAnswer(null, new WorkerRefusal("class-too-rare", "Too rare.")));

        await portal.RunDueAsync();

        var state = await portal.StateAsync(person, run);
        (state.Status, state.ErrorCode, state.Attempt).ShouldBe((RunStatus.Failed, "class-too-rare", 1));
    }

    [Fact]
    public async Task Cancel_WhenAWorkerHasIt_EndsTheWorkerAndTheRun()
    {
        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));
        var began = new TaskCompletionSource();
        portal.Worker.Does = async (_, _, cancel) =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new System.Diagnostics.UnreachableException();
        };
        var running = portal.RunDueAsync();
        await began.Task;

        (await portal.CallAsync(person, run, grain => grain.CancelAsync(default))).Ok.ShouldBeTrue();
        await running;

        (await portal.StateAsync(person, run)).Status.ShouldBe(RunStatus.Cancelled);
    }

    [Fact]
    public async Task Cancel_WhenTheNodeStopsInstead_LeavesTheRunForAnotherAttempt()
    {
        var person = await portal.NewTenantAsync();
        var run = await portal.QueueAsync(person, await portal.ChurnAsync(person));
        using var stop = new CancellationTokenSource();
        portal.Worker.Does = async (_, _, cancel) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new System.Diagnostics.UnreachableException();
        };

        await portal.RunDueAsync(stop.Token);

        var state = await portal.StateAsync(person, run);
        (state.Status, state.Interrupted).ShouldBe((RunStatus.Running, 1));
    }

    [Fact]
    public async Task RunsAndPlans_OfAnotherTenant_AreMissing()
    {
        var owner = await portal.NewTenantAsync();
        var dataset = await portal.ChurnAsync(owner);
        var run = await portal.QueueAsync(owner, dataset);
        var stranger = await portal.NewTenantAsync();

        (await portal.Runs.FindAsync(stranger, run, default)).Error!.Code.ShouldBe("run-not-found");
        (await portal.Runs.ProgressAsync(stranger, run, 0, default)).OrThrow().ShouldBeEmpty();
        (await portal.Runs.ListAsync(stranger, new ListQuery(), default)).OrThrow().Items.ShouldBeEmpty();
        (await portal.Planning.PlanAsync(stranger, new(dataset.Dataset, null, "churned"), default))
            .Error!.Code.ShouldBe("dataset-not-found");
        (await portal.CallAsync(stranger, run, grain => grain.CancelAsync(default))).Error!.Code
            .ShouldBe("run-not-found");
    }

    [Fact]
    public async Task Plan_WhenTheTargetCanNotBePredicted_SaysWhyBeforeAnythingRuns()
    {
        var person = await portal.NewTenantAsync();
        var dataset = await portal.ChurnAsync(person);

        var missing = await portal.Planning.PlanAsync(person, new(dataset.Dataset, null, "Nothing"), default);
        var choice = (await portal.Planning.ChoicesAsync(person, dataset.Dataset, null, default)).OrThrow();

        missing.Error!.Code.ShouldBe("target-not-found");
        missing.Error.Fields.Single().Path.ShouldBe("target");
        choice.SuggestedTarget.ShouldBe("churned");
    }

    private static bool CanTrain()
    {
        var can = TrainingPortal.WorkerAssembly is not null
            && NativeLibraries.TryLoad(NativeEngine.XgBoost, out _)
            && NativeLibraries.TryLoad(NativeEngine.OnnxRuntime, out _);
        if (!can)
        {
            Console.WriteLine("Skipped: needs the built portal and the native engines.");
        }

        return can;
    }
}
