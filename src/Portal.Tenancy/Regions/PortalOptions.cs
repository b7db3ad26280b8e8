namespace Portal.Tenancy.Regions;

/// <summary>Where this process keeps its data and which cells it runs.</summary>
public sealed class PortalOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Portal";

    /// <summary>The folder of blobs, keys and database passwords. Required.</summary>
    public string Data { get; set; } = "";

    /// <summary>
    /// The connection string of the migration role to the maintenance database (such as <c>postgres</c>): it creates
    /// roles and databases and bypasses row-level security. Required. Never logged.
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// What database names begin with. Default <c>portal</c>: <c>portal_eu_west</c>, <c>portal_directory</c>.
    /// </summary>
    public string DatabasePrefix { get; set; } = "portal";

    /// <summary>The cells that this process runs. Default <c>ae-north</c> and <c>eu-west</c>.</summary>
    public IReadOnlyList<string> Regions { get; set; } = [];

    /// <summary>The name of this node in events and leases. Default: the machine's name.</summary>
    public string Node { get; set; } = Environment.MachineName;

    /// <summary>
    /// The most connections per cell for tenant-bound work; 1–1000, default 32. System work has a quarter.
    /// </summary>
    public int PoolSize { get; set; } = 32;
}
