using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Nodes;

/// <summary>Keeps this node's lease alive in every cell.</summary>
internal sealed class NodeHeartbeat(
    ICells cells, NodeLeases leases, LiveNodes live, IOptions<ServingOptions> options, TimeProvider clock,
    ILogger<NodeHeartbeat> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(cells.All.Select(cell => BeatAsync(cell, stoppingToken)))
        : Task.CompletedTask;

    private async Task BeatAsync(ICell cell, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await leases.RenewAsync(cell, stop);
                live.Saw(cell.Region, (await NodeLeases.LiveAsync(cell, stop)).Count);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                ServingLog.HeartbeatFailed(logger, e, cell.Region.Value);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await Task.Delay(options.Value.Heartbeat, clock, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await LeaveAsync(cell);
    }

    private async Task LeaveAsync(ICell cell)
    {
        try
        {
            await leases.LeaveAsync(cell, CancellationToken.None);
        }
        catch (Exception e)
        {
            ServingLog.HeartbeatFailed(logger, e, cell.Region.Value); // The lease runs out by itself.
        }
    }
}
