using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Regions;

/// <summary>
/// The only global thing: which slug lives in which region. No e-mail, no name. A slug is reserved first and confirmed
/// when the tenant exists in its cell, so that a crash between the two leaves neither a lost name nor a half tenant.
/// </summary>
public interface ITenantDirectory
{
    /// <summary>Where a confirmed slug lives; null when nobody has it.</summary>
    Task<DirectoryEntry?> FindAsync(string slug, CancellationToken cancel);

    /// <summary>Reserves a slug; false when somebody else has it. The same tenant may reserve again.</summary>
    Task<bool> ReserveAsync(DirectoryEntry entry, CancellationToken cancel);

    /// <summary>Confirms a reservation.</summary>
    Task ConfirmAsync(TenantId tenant, CancellationToken cancel);

    /// <summary>Gives back a reservation that was never confirmed.</summary>
    Task ReleaseAsync(TenantId tenant, CancellationToken cancel);

    /// <summary>
    /// Reservations of a region that were not confirmed and are older than <paramref name="before"/>.
    /// </summary>
    Task<IReadOnlyList<DirectoryEntry>> PendingAsync(
        RegionCode region, DateTimeOffset before, CancellationToken cancel);
}

/// <summary>A slug, its tenant and its region.</summary>
public sealed record DirectoryEntry(string Slug, TenantId Tenant, RegionCode Region);
