using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Database;

namespace Portal.Tenancy.Regions;

/// <inheritdoc />
internal sealed class Cells : ICells, IAsyncDisposable
{
    private readonly Cell[] _all;
    private readonly FrozenDictionary<RegionCode, Cell> _byRegion;

    public Cells(IOptions<PortalOptions> options, DatabaseNames names, TimeProvider clock)
    {
        _all = [.. options.Value.Regions.Select(r => new Cell(new RegionCode(r), options.Value, names, clock))];
        _byRegion = _all.ToFrozenDictionary(cell => cell.Region);
    }

    public IReadOnlyList<ICell> All => _all;

    public ICell Of(RegionCode region) => _byRegion.TryGetValue(region, out var cell)
        ? cell
        : throw new ArgumentException($"This process does not run the cell {region}.", nameof(region));

    public bool Has(RegionCode region) => _byRegion.ContainsKey(region);

    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var cell in _all)
        {
            await cell.SweepAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cell in _all)
        {
            await cell.DisposeAsync();
        }
    }
}
