namespace Portal.Grains.Training;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>A worker has it, or will take it up again.</summary>
    Running,

    /// <summary>It made a version.</summary>
    Finished,

    /// <summary>It ended without one; the error says why.</summary>
    Failed,

    /// <summary>A person ended it.</summary>
    Cancelled,
}
