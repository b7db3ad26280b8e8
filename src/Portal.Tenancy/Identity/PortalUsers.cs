using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Tenancy.Identity;

/// <summary>
/// Identity's user manager of one tenant. Made per use, because a store is bound to the tenant whose rows it may see.
/// </summary>
public sealed class PortalUsers(
    ICells cells,
    IOptions<IdentityOptions> options,
    IPasswordHasher<PortalUser> hasher,
    IServiceProvider services,
    ILogger<UserManager<PortalUser>> log)
{
    /// <summary>The store of one tenant.</summary>
    public PortalUserStore StoreOf(TenantId tenant, RegionCode region) => new(cells.Of(region).Database, tenant);

    /// <summary>The manager on a store; to be disposed.</summary>
    public UserManager<PortalUser> ManagerOf(PortalUserStore store) => new(
        store, options, hasher, [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(),
        services, log);

    /// <summary>The hash of a new password.</summary>
    public string Hash(PortalUser user, string password) => hasher.HashPassword(user, password);
}
