using Microsoft.Extensions.Logging;
using Portal.Compute.Data;
using Portal.Compute.Training.Planning;
using Portal.Grains.Datasets;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Training.Planning;
using Portal.Grains.Workers;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Training.Execution;

/// <summary>One attempt of one run: read, train, store, register, report.</summary>
internal sealed class AttemptRun(
    GrainGateway gateway,
    ITrainingWorker worker,
    ModelStore models,
    TrainingPoolOptions options,
    TimeProvider clock,
    ILogger<AttemptRun> logger,
    AttemptContext context)
{
    private readonly RunRequest _request = context.Attempt.Request!;
    private readonly int _attempt = context.Attempt.Attempt;

    private TenantId Tenant => context.Call.Principal.Tenant;

    /// <summary>Ends the run, or throws where another attempt may end it.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var dataset = await TrainingDataset.FindAsync(
            context.Cell, Tenant, _request.Dataset, _request.DatasetVersion, cancel);
        await using var csv = dataset is null
            ? null
            : await DatasetContent.OpenAsync(context.Cell, Tenant, dataset.Version, cancel);
        if (csv is null)
        {
            await FailAsync(RunErrors.DatasetGoneCode, "The dataset was deleted before the training began.", cancel);
            return;
        }

        var progress = new ProgressRecorder(context.Cell, Tenant, context.Run, _attempt, clock);
        await progress.BeginAsync(cancel);
        progress.Report(new(Line: _attempt == 1 ? "The training begins." : $"The training begins again ({_attempt})."));
        using var wish = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = WatchAsync(progress, wish, over.Token);
        WorkerAnswer? answer = null;
        try
        {
            answer = await worker.RunAsync(JobOf(dataset!.Version), csv, progress, wish.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            progress.Report(new(Line: "The training was cancelled."));
        }
        catch (WorkerDiedException died)
        {
            TrainingLog.WorkerDied(logger, died, context.Run.ToString(), _attempt);
            await DiedAsync(died, cancel);
            return;
        }
        finally
        {
            await over.CancelAsync();
            await watch;
        }

        await EndAsync(answer, progress, cancel);
    }

    private async Task EndAsync(WorkerAnswer? answer, ProgressRecorder progress, CancellationToken cancel)
    {
        if (answer is null || await IsUnwantedAsync(cancel))
        {
            await progress.FlushAsync(cancel);
            await CallAsync(grain => grain.ConfirmCancelledAsync(_attempt, cancel));
            return;
        }

        if (answer.Refusal is { } refusal)
        {
            await progress.FlushAsync(cancel);
            await FailAsync(refusal.Code, refusal.Message, cancel);
            return;
        }

        var files = await ModelStore.StoreAsync(context.Cell, Tenant, answer.Files!, cancel);
        var report = TrainedVersion.Read(answer.Files!.Report);
        var version = TrainedVersion.Of(context.Run, _request, context.Attempt.Requester!, report, files);
        var registered = await models.RegisterAsync(
            context.Cell, context.Call, context.Run, _request, version, cancel);
        if (!registered.Ok)
        {
            await FailAsync(registered.Error.Code, registered.Error.Message, cancel);
            return;
        }

        progress.Report(new(Line: $"Version {registered.Value.Version} is registered."));
        await progress.FlushAsync(cancel);
        await CallAsync(grain => grain.FinishAsync(
            new FinishRun(
                _attempt,
                registered.Value.Id,
                registered.Value.Version,
                version.Metrics,
                version.BaselineMetrics,
                files.Onnx.Sha256),
            cancel));
    }

    private async Task DiedAsync(WorkerDiedException died, CancellationToken cancel)
    {
        if (died.Reason == WorkerDiedException.TimeLimit)
        {
            await FailAsync(
                RunErrors.TimeLimitCode,
                "The training took longer than it may. Try fewer columns or a smaller file.",
                cancel);
        }
        else if (_attempt >= RunDecider.LostMax)
        {
            await FailAsync(RunErrors.WorkerDiedCode, RunErrors.WorkerDied(_attempt), cancel);
        }
        else
        {
            throw died; // The row comes back for another attempt.
        }
    }

    private TrainingJob JobOf(DatasetVersion version)
    {
        var plan = context.Attempt.Plan!;
        var read = ColumnsToRead.For(
            new TableSchema(
                [.. version.Columns.Select(c => new ColumnSchema(c.Name, ColumnTypeName.Parse(c.Type), c.DateFormat))],
                version.Delimiter),
            plan.ToTrainingPlan());
        return new TrainingJob
        {
            Bytes = version.Bytes,
            Delimiter = version.Delimiter,
            Columns = version.Columns,
            Read = [.. read.Names],
            NotRead = [.. read.NotRead.Select(c => new PlanLeftOut(c.Name, c.Reason))],
            Target = _request.Target,
            Problem = plan.Problem,
            Chosen = _request.Columns,
            SubjectKey = version.SubjectKey,
            Seed = _request.Seed,
        };
    }

    /// <summary>Writes progress and looks for a wish to cancel, until the worker is done.</summary>
    private async Task WatchAsync(ProgressRecorder progress, CancellationTokenSource wish, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.ProgressInterval, over);
                await progress.FlushAsync(over);
                if (await IsUnwantedAsync(over))
                {
                    await wish.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }
        catch (Npgsql.NpgsqlException)
        {
            await wish.CancelAsync(); // Without the database nothing can be reported either.
        }
    }

    private Task<bool> IsUnwantedAsync(CancellationToken cancel) => context.Cell.Database.FindAsync(
        Tenant,
        new DbWrite(
            "select cancel_requested from training_runs where tenant_id = $1 and run_id = $2",
            Tenant.Value,
            context.Run.Value),
        r => r.GetBoolean(0),
        cancel);

    private Task FailAsync(string code, string message, CancellationToken cancel) =>
        CallAsync(grain => grain.FailAsync(new FailRun(_attempt, code, message), cancel));

    private Task<Result<Unit>> CallAsync(Func<ITrainingRunGrain, Task<Result<Unit>>> method) =>
        gateway.CallAsync(context.Call, GrainKeys.Run(Tenant, context.Run), method);
}
