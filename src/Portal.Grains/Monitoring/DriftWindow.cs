namespace Portal.Grains.Monitoring;

/// <summary>How far back drift looks.</summary>
public static class DriftWindow
{
    /// <summary>The window when none is named.</summary>
    public const string Default = "1d";

    /// <summary>Every window, shortest first.</summary>
    public static IReadOnlyList<string> All { get; } = ["1h", "1d", "7d"];

    /// <summary>Its length; null for one that there is not.</summary>
    public static TimeSpan? LengthOf(string window) => window switch
    {
        "1h" => TimeSpan.FromHours(1),
        "1d" => TimeSpan.FromDays(1),
        "7d" => TimeSpan.FromDays(7),
        _ => null,
    };
}
