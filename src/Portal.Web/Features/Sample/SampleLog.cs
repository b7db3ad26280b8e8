namespace Portal.Web.Features.Sample;

/// <summary>What the sample says.</summary>
internal static partial class SampleLog
{
    [LoggerMessage(1901, LogLevel.Information,
        "Sample workspace: {Address} as {Person}; its password is in sample-workspace.json in {Folder}")]
    public static partial void SignIn(ILogger logger, string address, string person, string folder);

    [LoggerMessage(1902, LogLevel.Information, "The sample workspace is complete")]
    public static partial void Done(ILogger logger);

    [LoggerMessage(1903, LogLevel.Warning, "The sample workspace could not be completed; the next start tries again")]
    public static partial void Failed(ILogger logger, Exception fault);
}
