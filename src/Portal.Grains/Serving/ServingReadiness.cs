using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving;

/// <summary>
/// Whether this node holds every revision that was routed when it started. A revision that can't ever be loaded does
/// not hold it up: it is reported, and the others are served.
/// </summary>
public sealed class ServingReadiness(ICells cells, IOptions<ServingOptions> options)
{
    private readonly ConcurrentDictionary<RegionCode, bool> _ready = new();

    /// <summary>Whether requests may come.</summary>
    public bool IsReady => !options.Value.Enabled || cells.All.All(c => _ready.ContainsKey(c.Region));

    internal void Declare(RegionCode region) => _ready[region] = true;
}
