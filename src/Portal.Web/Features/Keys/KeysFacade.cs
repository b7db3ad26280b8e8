using System.Collections.Immutable;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Keys;

internal sealed class KeysFacade(
    ICaller caller, IPrincipalAccessor principals, ServiceKeyService keys, TenantQueries queries,
    PermissionCatalog permissions) : IKeysFacade
{
    public async Task<Result<ImmutableArray<ServiceKeyView>>> ListAsync(CancellationToken cancel) =>
        await queries.KeysAsync(await principals.GetAsync(), cancel);

    public async Task<Result<IssuedKey>> CreateAsync(
        string? name, Role role, ImmutableArray<string> scopes, int? days, CancellationToken cancel) =>
        await keys.CreateAsync(await caller.BeginAsync(cancel), name, role, scopes, days, cancel);

    public async Task<Result<Unit>> RevokeAsync(ServiceKeyId key, CancellationToken cancel) =>
        await keys.RevokeAsync(await caller.BeginAsync(cancel), key, cancel);

    public async Task<ImmutableArray<Role>> RolesAsync()
    {
        var principal = await principals.GetAsync();
        return permissions.Allows(principal, TenantsPermissions.ManageKeys)
            ? [.. Enum.GetValues<Role>().Where(r => RoleRules.Covers(principal.Role, r))]
            : [];
    }
}
