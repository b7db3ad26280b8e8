using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>
/// A workspace that is ready. <paramref name="ServiceKey"/> is shown this once; null when none was asked for, or when
/// the same sign-up was done before.
/// </summary>
public sealed record SignedUp(TenantId Tenant, string Slug, RegionCode Region, UserId Owner, string? ServiceKey);
