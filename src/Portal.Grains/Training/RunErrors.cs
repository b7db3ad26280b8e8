using Portal.Tenancy.Primitives;

namespace Portal.Grains.Training;

/// <summary>What runs refuse, and why.</summary>
internal static class RunErrors
{
    public const string WorkerDiedCode = "worker-died";
    public const string TimeLimitCode = "training-time-limit";
    public const string DatasetGoneCode = "dataset-gone";
    public const string BrokenCode = "training-broken";

    /// <summary>Missing or somebody else's: one answer.</summary>
    public static NotFound NotFound { get; } = new("run-not-found", "There is no such training run.");

    public static Conflict Exists { get; } = new("run-exists", "This run was queued already.");

    public static Conflict Ended { get; } = new("run-ended", "This run has ended already.");

    public static Conflict Superseded { get; } =
        new("attempt-superseded", "Another attempt of this run has begun since.");

    public static string WorkerDied(int attempts) =>
        $"The training process ended unexpectedly {attempts} times, most often for want of memory. "
        + "Try fewer columns or a smaller file.";
}
