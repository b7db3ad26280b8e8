using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Compute.Data;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Grains.Training;
using Portal.Grains.Training.Execution;
using Portal.Grains.Training.Planning;
using Portal.Grains.Training.Reading;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;
using Portal.Tests;

namespace Portal.Grains.Tests.Training;

/// <summary>
/// The grains on a real database; due work runs when a test asks for it, on a worker that it may replace.
/// </summary>
public sealed class TrainingPortal : TestPortal
{
    public TrainingPlanning Planning => Services.GetRequiredService<TrainingPlanning>();

    public TrainingQueries Runs => Services.GetRequiredService<TrainingQueries>();

    public ModelQueries Models => Services.GetRequiredService<ModelQueries>();

    public GrainGateway Gateway => Services.GetRequiredService<GrainGateway>();

    internal FakeWorker Worker => (FakeWorker)Services.GetRequiredService<ITrainingWorker>();

    internal IDueWorkHandler Handler =>
        Services.GetServices<IDueWorkHandler>().Single(h => h.Kind == RunDecider.ExecuteKind);

    /// <summary>The built portal, which workers are started from; null where it was not built.</summary>
    public static string? WorkerAssembly
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                var path = Path.Combine(at.FullName, "artifacts", "bin", "Portal.Web", "debug", "Portal.Web.dll");
                if (File.Exists(path))
                {
                    return path;
                }
            }

            return null;
        }
    }

    public Exception? LastFault { get; private set; }

    public static CallContext Call(Principal principal) => new(principal, Guid.CreateVersion7());

    public async Task<DatasetAdded> ChurnAsync(Principal principal, int rows = 400)
    {
        using var csv = new MemoryStream();
        await SampleData.WriteChurnAsync(csv, rows, seed: 7);
        csv.Position = 0;
        return (await Services.GetRequiredService<DatasetIngest>().CreateAsync(
            Call(principal), "Churn", UploadSettings.None, csv, CancellationToken.None)).OrThrow();
    }

    public async Task<RunId> QueueAsync(Principal principal, DatasetAdded dataset, string? modelName = null)
    {
        var planned = (await Planning.PlanAsync(
            principal, new(dataset.Dataset, null, "churned", ModelName: modelName), default)).OrThrow();
        return await QueueAsync(principal, planned);
    }

    public async Task<RunId> QueueAsync(Principal principal, PlannedTraining planned)
    {
        var id = RunId.New(TimeProvider.System);
        return (await CallAsync(principal, id, run => run.QueueAsync(
            new QueueRun(planned.Request, planned.Plan), CancellationToken.None))).OrThrow();
    }

    public Task<Result<T>> CallAsync<T>(
        Principal principal, RunId id, Func<ITrainingRunGrain, Task<Result<T>>> method) =>
        Gateway.CallAsync(Call(principal), GrainKeys.Run(principal.Tenant, id), method);

    public async Task<RunState> StateAsync(Principal principal, RunId id) =>
        (await Runs.FindAsync(principal, id, CancellationToken.None)).OrThrow().State;

    /// <summary>Takes the due trainings once; a failure gives them back for another attempt at once.</summary>
    public async Task RunDueAsync(CancellationToken cancel = default)
    {
        foreach (var work in await Cell.DueWork.TakeAsync(
            [RunDecider.ExecuteKind], 10, TimeSpan.FromMinutes(1), CancellationToken.None))
        {
            try
            {
                await Handler.HandleAsync(Cell, work, cancel);
                await Cell.DueWork.CompleteAsync(work, CancellationToken.None);
            }
            catch (Exception e)
            {
                LastFault = e;
                await Cell.DueWork.RetryAsync(work, TimeSpan.Zero, e.GetType().Name, CancellationToken.None);
            }
        }
    }

    public async Task<long> CountAsync(TenantId tenant, string table) => await Cell.Database.FindAsync(
        tenant, new DbWrite($"select count(*) from {table}"), r => r.GetInt64(0), CancellationToken.None);

    protected override void Configure(IServiceCollection services)
    {
        services.AddPortalGrains(new ConfigurationBuilder().Build());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Portal:Workers:Command"] = WorkerAssembly,
                ["Portal:Training:ProgressInterval"] = "00:00:00.0500000",
            }).Build());
        services.AddSingleton<TrainingWorker>();
        services.AddSingleton<ITrainingWorker>(s => new FakeWorker(s.GetRequiredService<TrainingWorker>()));
    }
}
