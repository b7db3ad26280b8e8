using Portal.Grains.Training.Execution;

namespace Portal.Grains.Tests.Training;

/// <summary>A worker that does what a test says; without that, it trains in the test's own process.</summary>
internal sealed class FakeWorker(ITrainingWorker real) : ITrainingWorker
{
    public Func<TrainingJob, IProgress<WorkerProgress>, CancellationToken, Task<WorkerAnswer>>? Does { get; set; }

    public int Started { get; private set; }

    public Task<WorkerAnswer> RunAsync(
        TrainingJob job, Stream csv, IProgress<WorkerProgress> progress, CancellationToken cancel)
    {
        Started++;
        return Does is { } does ? does(job, progress, cancel) : real.RunAsync(job, csv, progress, cancel);
    }
}
