namespace Portal.Grains.Training.Execution;

/// <summary>Trains away from the portal, where a crash or a hunger for memory harms nobody else.</summary>
internal interface ITrainingWorker
{
    /// <summary>
    /// Trains. <paramref name="csv"/> gives <see cref="TrainingJob.Bytes"/> bytes. Throws
    /// <see cref="OperationCanceledException"/> when <paramref name="cancel"/> fires, after the worker is gone, and
    /// <see cref="Workers.WorkerDiedException"/> when the worker ended without an answer.
    /// </summary>
    Task<WorkerAnswer> RunAsync(
        TrainingJob job, Stream csv, IProgress<WorkerProgress> progress, CancellationToken cancel);
}
