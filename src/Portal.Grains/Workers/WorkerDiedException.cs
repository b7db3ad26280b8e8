namespace Portal.Grains.Workers;

/// <summary>A worker process ended without an answer: it crashed, was killed, or used more than it may.</summary>
internal sealed class WorkerDiedException(string reason, int? exitCode, string output)
    : Exception(FormattableString.Invariant(
        $"The worker ended without an answer ({reason}, exit code {exitCode}). {output}"))
{
    /// <summary>It took longer than it may.</summary>
    public const string TimeLimit = "time limit";

    /// <summary>It used more memory than it may.</summary>
    public const string MemoryLimit = "memory limit";

    /// <summary>It ended by itself.</summary>
    public const string Exited = "exited";

    /// <summary>Why.</summary>
    public string Reason => reason;
}
