using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Nodes;

/// <summary>This process among those that serve: the node's name, and what tells one start from the next.</summary>
internal sealed class ServingNode(IOptions<PortalOptions> options, TimeProvider clock)
{
    /// <summary>Unique per start.</summary>
    public string Name { get; } = $"{options.Value.Node}/{PublicId.New(clock):N}";
}
