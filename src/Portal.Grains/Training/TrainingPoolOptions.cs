namespace Portal.Grains.Training;

/// <summary>How much of a node trainings may have.</summary>
public sealed class TrainingPoolOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:Training";

    private const int CoresPerTraining = 4;

    /// <summary>
    /// Trainings at a time in a cell on this node, at least 1. Default: one for every four cores, at least 1.
    /// </summary>
    public int Concurrency { get; set; } = Math.Max(1, Environment.ProcessorCount / CoresPerTraining);

    /// <summary>How often progress is written and a wish to cancel is looked for. Default 250 ms.</summary>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromMilliseconds(250);
}
