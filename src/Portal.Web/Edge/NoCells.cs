using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Web.Edge;

/// <summary>The cells of a portal that runs no region.</summary>
internal sealed class NoCells : ICells
{
    public IReadOnlyList<ICell> All => [];

    public ICell Of(RegionCode region) => throw new InvalidOperationException($"The region {region} is not run here.");

    public bool Has(RegionCode region) => false;
}
