using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;

namespace Portal.Web.Features.Settings;

internal sealed class SettingsFacade(IPrincipalAccessor principals, TenantQueries queries) : ISettingsFacade
{
    public async Task<Result<WorkspaceView>> GetAsync(CancellationToken cancel) =>
        await queries.WorkspaceAsync(await principals.GetAsync(), cancel);
}
