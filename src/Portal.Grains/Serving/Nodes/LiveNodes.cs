using System.Collections.Concurrent;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Nodes;

/// <summary>How many nodes serve each cell, as last seen: a tenant's limit is divided by it.</summary>
internal sealed class LiveNodes
{
    private readonly ConcurrentDictionary<RegionCode, int> _counts = new();

    public int Of(RegionCode region) => Math.Max(1, _counts.GetValueOrDefault(region));

    public void Saw(RegionCode region, int count) => _counts[region] = count;
}
