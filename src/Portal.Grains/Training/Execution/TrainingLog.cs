using Microsoft.Extensions.Logging;

namespace Portal.Grains.Training.Execution;

/// <summary>What trainings say to the operator.</summary>
internal static partial class TrainingLog
{
    [LoggerMessage(3001, LogLevel.Warning, "The worker of run {Run} died in attempt {Attempt}")]
    public static partial void WorkerDied(ILogger logger, Exception fault, string run, int attempt);

    [LoggerMessage(3002, LogLevel.Error, "Run {Run} was given up after a fault in the portal")]
    public static partial void GivenUp(ILogger logger, Exception fault, string run);
}
