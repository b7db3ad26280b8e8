namespace Portal.Grains.Serving;

/// <summary>How this node serves models.</summary>
public sealed class ServingOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:Serving";

    /// <summary>Whether this node serves at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The tier that this node belongs to. Default <c>standard</c>.</summary>
    public string Tier { get; set; } = "standard";

    /// <summary>How often a node renews its lease. Default 1 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a node is counted on without a sign of life. Default 5 s.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a node looks for routes when nothing woke it. Default 250 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long all nodes together may take to load a revision. Default 60 s.</summary>
    public TimeSpan LoadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the reports of a revision that is being loaded are looked at. Default 100 ms.</summary>
    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a model that nothing routes to any more stays in memory. Default 30 s.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a node waits before it tries to load again what failed. Default 5 s.</summary>
    public TimeSpan LoadRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Models that a node holds at most. Default 500.</summary>
    public int ModelsMax { get; set; } = 500;

    /// <summary>Bytes of all graphs that a node holds at most. Default 2 GiB.</summary>
    public long ModelBytesMax { get; set; } = 2L << 30;

    /// <summary>The longest time that one request may take once it runs. Default 10 s.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of a request's body at most. Default 8 MiB.</summary>
    public int BodyBytesMax { get; set; } = 8 << 20;

    /// <summary>Rows of a request at most. Default 10,000.</summary>
    public int RowsMax { get; set; } = 10_000;

    /// <summary>How long a request waits for a model that is just being loaded. Default 1 s.</summary>
    public TimeSpan LoadingWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests of one tenant that run at a time, all nodes of the cell together. Default 32.</summary>
    public int TenantConcurrency { get; set; } = 32;

    /// <summary>Requests of one tenant that wait on one node at most. Default 128.</summary>
    public int TenantWaiting { get; set; } = 128;

    /// <summary>How long a request waits for its turn at most. Default 2 s.</summary>
    public TimeSpan WaitMax { get; set; } = TimeSpan.FromSeconds(2);
}
