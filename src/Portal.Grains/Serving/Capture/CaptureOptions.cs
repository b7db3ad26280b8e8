namespace Portal.Grains.Serving.Capture;

/// <summary>What is kept of requests and answers.</summary>
public sealed class CaptureOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:Capture";

    /// <summary>The share of requests whose rows are kept, 0 to 1. Default 1.</summary>
    public double SampleShare { get; set; } = 1;

    /// <summary>Rows a second that this node keeps at most. Default 5,000.</summary>
    public int RowsPerSecondMax { get; set; } = 5_000;

    /// <summary>Requests that wait to be written at most; more are dropped and counted. Default 8,192.</summary>
    public int PendingMax { get; set; } = 8_192;

    /// <summary>Rows after which a segment is written. Default 500.</summary>
    public int SegmentRows { get; set; } = 500;

    /// <summary>The age at which a segment is written. Default 3 s.</summary>
    public TimeSpan SegmentAge { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often sums and segments are looked at. Default 1 s.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(1);
}
