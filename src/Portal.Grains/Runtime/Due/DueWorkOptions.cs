namespace Portal.Grains.Runtime.Due;

/// <summary>Bounds of the work that falls due.</summary>
public sealed class DueWorkOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:DueWork";

    /// <summary>How often a node looks for work when nothing woke it. Default 500 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a node holds a piece of work without a sign of life. Default 10 s.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after which work is parked with its error. Default 5.</summary>
    public int AttemptsMax { get; set; } = 5;

    /// <summary>The first wait before another attempt; doubles each time. Default 1 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts. Default 1 min.</summary>
    public TimeSpan RetryDelayMax { get; set; } = TimeSpan.FromMinutes(1);
}
