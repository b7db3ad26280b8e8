using Microsoft.Extensions.Logging;

namespace Portal.Grains.Serving;

/// <summary>What serving says.</summary>
internal static partial class ServingLog
{
    [LoggerMessage(4511, LogLevel.Warning, "The lease of this node in {Region} could not be renewed")]
    public static partial void HeartbeatFailed(ILogger logger, Exception fault, string region);

    [LoggerMessage(4512, LogLevel.Warning, "The routes of {Region} could not be read; the last ones stay")]
    public static partial void RoutesFailed(ILogger logger, Exception fault, string region);

    [LoggerMessage(4513, LogLevel.Warning, "Version {Version} of {Model} was not loaded: {Code}")]
    public static partial void LoadFailed(ILogger logger, Exception? fault, string model, int version, string code);

    [LoggerMessage(4514, LogLevel.Information, "Version {Version} of {Model} is loaded")]
    public static partial void Loaded(ILogger logger, string model, int version);

    [LoggerMessage(4515, LogLevel.Information, "Revision {Revision} of {Deployment} was concluded: {Code}")]
    public static partial void Concluded(ILogger logger, string deployment, int revision, string code);

    [LoggerMessage(4516, LogLevel.Error, "A prediction of version {Version} of {Model} broke")]
    public static partial void PredictionBroke(ILogger logger, Exception fault, string model, int version);
}
