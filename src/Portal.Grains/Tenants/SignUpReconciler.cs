using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Tenants;

/// <summary>
/// Settles sign-ups that were left in the middle: confirms the address of a tenant that came to be, gives back the
/// others. The tenant's grain is asked first and remembers the answer, so that a slow sign-up can't come to be later.
/// </summary>
public sealed partial class SignUpReconciler(
    ICells cells, ITenantDirectory directory, GrainGateway gateway, TimeProvider clock, ILogger<SignUpReconciler> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Settles what is older than 60 s; returns how many reservations there were.</summary>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var settled = 0;
        foreach (var cell in cells.All)
        {
            foreach (var entry in await directory.PendingAsync(cell.Region, clock.GetUtcNow() - Patience, cancel))
            {
                await SettleAsync(entry, cancel);
                settled++;
            }
        }

        return settled;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SettleAsync(DirectoryEntry entry, CancellationToken cancel)
    {
        var call = new CallContext(Principal.System(entry.Tenant, entry.Region), PublicId.New(clock));
        var exists = await gateway.CallAsync<ITenantGrain, bool>(
            call, GrainKeys.Tenant(entry.Tenant), g => g.SettleAsync(cancel));
        if (!exists.Ok)
        {
            return; // Contended or unreachable: the next round asks again.
        }

        if (exists.Value)
        {
            await directory.ConfirmAsync(entry.Tenant, cancel);
        }
        else
        {
            await directory.ReleaseAsync(entry.Tenant, cancel);
            await cells.Of(entry.Region).Keys.DestroyTenantAsync(entry.Tenant, cancel);
        }

        LogSettled(entry.Tenant.ToString(), exists.Value);
    }

    [LoggerMessage(
        2101, LogLevel.Information, "Settled the sign-up of {Tenant} left in the middle; it exists: {Exists}")]
    private partial void LogSettled(string tenant, bool exists);

    [LoggerMessage(2102, LogLevel.Warning, "Could not settle sign-ups left in the middle; the next round tries again")]
    private partial void LogFailed(Exception fault);
}
