using System.Collections.Immutable;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Keys;

/// <summary>What the pages and endpoints of service keys ask for.</summary>
public interface IKeysFacade
{
    /// <summary>The keys that the caller may see.</summary>
    Task<Result<ImmutableArray<ServiceKeyView>>> ListAsync(CancellationToken cancel);

    /// <summary>Makes a key of the caller's.</summary>
    Task<Result<IssuedKey>> CreateAsync(
        string? name, Role role, ImmutableArray<string> scopes, int? days, CancellationToken cancel);

    /// <summary>Revokes a key.</summary>
    Task<Result<Unit>> RevokeAsync(ServiceKeyId key, CancellationToken cancel);

    /// <summary>Roles that the caller may give a key.</summary>
    Task<ImmutableArray<Role>> RolesAsync();
}
