namespace Portal.Web.Hosting;

/// <summary>Where the portal listens and where it keeps what is its own.</summary>
public sealed class WebOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Portal";

    /// <summary>The port on both loopbacks, 1 to 65535. Default: 5080. <c>ASPNETCORE_URLS</c> goes before it.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>The folder for keys and data of this node. Default: <c>.portal</c> in the working folder.</summary>
    public string Data { get; set; } = ".portal";

    /// <summary>Largest request body where an endpoint does not say otherwise, in bytes. Default: 4 MiB.</summary>
    public long RequestBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Whether this node brings the databases up to date before it answers. Default: true. Where the migration role is
    /// kept from the nodes, it is done apart.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>Whether this node makes the sample workspace. Default: false.</summary>
    public bool Sample { get; set; }

    /// <summary>
    /// The base address of each region, such as <c>https://eu.example.com</c>: where people are sent who knock at the
    /// wrong cell's door. Default: none.
    /// </summary>
    public Dictionary<string, Uri> RegionUrls { get; } = new(StringComparer.Ordinal);
}
