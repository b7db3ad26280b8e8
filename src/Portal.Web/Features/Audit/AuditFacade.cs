using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Audit;

internal sealed class AuditFacade(
    ICaller caller, AuditQueries log, AuditExporter exporter, TenantQueries tenants, PermissionCatalog permissions)
    : IAuditFacade
{
    public async Task<Result<ListPage<AuditEntry>>> ListAsync(
        AuditFilter filter, ListQuery query, CancellationToken cancel) =>
        await log.ListAsync(await caller.BeginAsync(cancel), filter, query, cancel);

    public async Task<Result<AuditExport>> ExportAsync(AuditFilter filter, string format, CancellationToken cancel) =>
        await exporter.BeginAsync(await caller.BeginAsync(cancel), filter, format, cancel);

    // Asked first, because a refused look-up would stand in the log as an attempt that nobody made.
    public async Task<IReadOnlyList<AuditPerson>> PeopleAsync(CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        if (!permissions.Allows(principal, TenantsPermissions.ReadMembers))
        {
            return [];
        }

        var members = await tenants.MembersAsync(principal, cancel);
        return members.Ok ? [.. members.Value.Select(m => new AuditPerson(m.Id.ToString(), m.Name))] : [];
    }
}
