namespace Portal.Ctl;

/// <summary>Ends a command: the message goes to standard error, the code to the shell.</summary>
public class CommandFailedException(ExitCode code, string message) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public ExitCode Code => code;
}
