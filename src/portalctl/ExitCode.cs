namespace Portal.Ctl;

/// <summary>What the process ends with; scripts rely on it.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>Not done.</summary>
    Failed = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>A policy, a role or a quota forbids it.</summary>
    Refused = 3,

    /// <summary>There is no such thing.</summary>
    NotFound = 4,

    /// <summary>It waits for somebody's approval.</summary>
    WaitingForApproval = 5,

    /// <summary>It took too long.</summary>
    Timeout = 6,
}
