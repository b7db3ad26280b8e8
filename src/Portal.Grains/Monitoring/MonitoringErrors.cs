using Portal.Tenancy.Primitives;

namespace Portal.Grains.Monitoring;

/// <summary>The refusals of this feature.</summary>
internal static class MonitoringErrors
{
    public static readonly NotFound NotFound = new("deployment-not-found", "There is no such deployment.");

    public static readonly Invalid BadRange = new(
        "time-range-invalid", "The end must lie after the beginning, and at most 31 days after it.");

    public static readonly Invalid UnknownWindow =
        new("drift-window-unknown", "The window is one of 1h, 1d and 7d.");
}
