using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

internal static partial class EmbeddedGrainLog
{
    [LoggerMessage(2900, LogLevel.Warning, "Grain {GrainId} could not be activated")]
    public static partial void ActivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(2901, LogLevel.Warning, "Grain {GrainId} failed to deactivate ({Reason})")]
    public static partial void DeactivationFailed(
        this ILogger logger,
        Exception exception,
        GrainId grainId,
        DeactivationReasonCode reason);

    [LoggerMessage(2902, LogLevel.Warning, "{Explanation}")]
    public static partial void CallTimedOut(this ILogger logger, string explanation);

    [LoggerMessage(2903, LogLevel.Warning, "The grain host stopped with {Count} activations still busy")]
    public static partial void StoppedBusy(this ILogger logger, int count);

    [LoggerMessage(2904, LogLevel.Debug, "{Count} idle activations end")]
    public static partial void ActivationsEnd(this ILogger logger, int count);
}
