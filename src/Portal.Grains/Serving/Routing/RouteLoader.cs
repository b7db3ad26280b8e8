using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>Runs <see cref="CellRoutes"/> for every cell of this process.</summary>
internal sealed class RouteLoader(
    ICells cells, ModelLoader loader, RouteTable table, LoadReports reports, ServingReadiness readiness,
    IOptions<ServingOptions> options, TimeProvider clock, ILogger<RouteLoader> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(cells.All.Select(cell => RunAsync(cell, stoppingToken)))
        : Task.CompletedTask;

    private async Task RunAsync(ICell cell, CancellationToken stop)
    {
        // Not disposed: requests still run while the host stops, and the process's end frees the sessions.
        var models = new ModelCache(cell, loader, options.Value, clock, () => table.Wake(cell.Region));
        await new CellRoutes(cell, models, table, reports, readiness, options.Value, logger).RunAsync(stop);
    }
}
