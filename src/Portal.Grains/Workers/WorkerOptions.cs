namespace Portal.Grains.Workers;

/// <summary>How worker processes are started, and what they may use.</summary>
public sealed class WorkerOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Portal:Workers";

    private const long Gibibyte = 1L << 30;

    /// <summary>The assembly that begins a worker. Default: <c>Portal.Web.dll</c> beside this one.</summary>
    public string Command { get; set; } = Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll");

    /// <summary>Managed memory of a worker in bytes. Default 2 GiB.</summary>
    public long HeapMax { get; set; } = 2 * Gibibyte;

    /// <summary>
    /// Resident memory of a worker in bytes, native libraries included: beyond, it is ended. Default 4 GiB.
    /// </summary>
    public long MemoryMax { get; set; } = 4 * Gibibyte;

    /// <summary>How long a worker may take. Default 1 h.</summary>
    public TimeSpan TimeMax { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a worker's memory is looked at. Default 250 ms.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(250);
}
