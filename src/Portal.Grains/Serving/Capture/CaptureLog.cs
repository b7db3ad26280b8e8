using Microsoft.Extensions.Logging;

namespace Portal.Grains.Serving.Capture;

/// <summary>What the writer says.</summary>
internal static partial class CaptureLog
{
    [LoggerMessage(4501, LogLevel.Warning, "Requests of {Tenant} could not be remembered; tried again later")]
    public static partial void WriteFailed(ILogger logger, Exception fault, string tenant);
}
