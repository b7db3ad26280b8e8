using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Tests.Tenants;

/// <summary>A directory at which the process dies: once, at a line of the sign-up.</summary>
internal sealed class BreakingDirectory(ITenantDirectory inner, string line) : ITenantDirectory
{
    private bool _broke;

    public Task<DirectoryEntry?> FindAsync(string slug, CancellationToken cancel) => inner.FindAsync(slug, cancel);

    public async Task<bool> ReserveAsync(DirectoryEntry entry, CancellationToken cancel)
    {
        Break("before-reserve");
        var reserved = await inner.ReserveAsync(entry, cancel);
        Break("after-reserve");
        return reserved;
    }

    public async Task ConfirmAsync(TenantId tenant, CancellationToken cancel)
    {
        Break("before-confirm");
        await inner.ConfirmAsync(tenant, cancel);
        Break("after-confirm");
    }

    public Task ReleaseAsync(TenantId tenant, CancellationToken cancel) => inner.ReleaseAsync(tenant, cancel);

    public Task<IReadOnlyList<DirectoryEntry>> PendingAsync(
        RegionCode region, DateTimeOffset before, CancellationToken cancel) =>
        inner.PendingAsync(region, before, cancel);

    private void Break(string here)
    {
        if (here == line && !_broke)
        {
            _broke = true;
            throw new ProcessDied();
        }
    }
}

/// <summary>Stands for kill -9.</summary>
internal sealed class ProcessDied : Exception;
