using System.CommandLine;

namespace Portal.Ctl;

/// <summary>
/// One command, in one file under <c>Commands</c>. It is found by itself: a public or internal class with a constructor
/// without parameters.
/// </summary>
internal interface ICtlCommand
{
    /// <summary>How it is typed, such as <c>dataset push</c>; groups are made as needed.</summary>
    string Path { get; }

    /// <summary>One sentence for the help.</summary>
    string Summary { get; }

    /// <summary>Adds its options and arguments, which it keeps to ask for their values.</summary>
    void Describe(Command command);

    /// <summary>
    /// Does it. Failures are <see cref="CommandFailedException"/>s; the client throws them by itself.
    /// </summary>
    Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancel);
}
