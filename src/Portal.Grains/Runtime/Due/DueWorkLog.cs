using Microsoft.Extensions.Logging;

namespace Portal.Grains.Runtime.Due;

/// <summary>What the runners say.</summary>
internal static partial class DueWorkLog
{
    [LoggerMessage(2001, LogLevel.Warning, "Due work {Kind} {Key} failed in attempt {Attempt}")]
    public static partial void Failed(ILogger logger, Exception fault, string kind, string key, int attempt);

    [LoggerMessage(2002, LogLevel.Warning, "The queue of due work {Kind} in {Region} does not answer")]
    public static partial void TakeFailed(ILogger logger, Exception fault, string kind, string region);

    [LoggerMessage(2003, LogLevel.Information, "Due work {Kind} {Key} was left for another node or start")]
    public static partial void Left(ILogger logger, string kind, string key);
}
