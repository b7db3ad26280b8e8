using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Runtime.Due;

/// <summary>Runs a lane for every kind of due work in every cell of this process.</summary>
internal sealed class DueWorkRunner(
    ICells cells,
    IEnumerable<IDueWorkHandler> handlers,
    IOptions<DueWorkOptions> options,
    TimeProvider clock,
    ILogger<DueWorkRunner> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        from cell in cells.All
        from handler in handlers
        select new DueWorkLane(cell, handler, options.Value, clock, logger).RunAsync(stoppingToken));
}
