using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Web.Edge;

/// <summary>The directory of a portal that runs no region: it knows nobody.</summary>
internal sealed class EmptyDirectory : ITenantDirectory
{
    public Task<DirectoryEntry?> FindAsync(string slug, CancellationToken cancel) =>
        Task.FromResult<DirectoryEntry?>(null);

    public Task<bool> ReserveAsync(DirectoryEntry entry, CancellationToken cancel) => Task.FromResult(false);

    public Task ConfirmAsync(TenantId tenant, CancellationToken cancel) => Task.CompletedTask;

    public Task ReleaseAsync(TenantId tenant, CancellationToken cancel) => Task.CompletedTask;

    public Task<IReadOnlyList<DirectoryEntry>> PendingAsync(
        RegionCode region, DateTimeOffset before, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEntry>>([]);
}
