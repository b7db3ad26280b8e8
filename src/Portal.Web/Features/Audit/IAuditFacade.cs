using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Audit;

/// <summary>What the page and endpoints of this feature ask for; a test hands them a fake.</summary>
public interface IAuditFacade
{
    /// <summary>A page of the log, newest first.</summary>
    Task<Result<ListPage<AuditEntry>>> ListAsync(AuditFilter filter, ListQuery query, CancellationToken cancel);

    /// <summary>Grants an export and records it.</summary>
    Task<Result<AuditExport>> ExportAsync(AuditFilter filter, string format, CancellationToken cancel);

    /// <summary>Whom one may filter by; empty for those who may not see the members.</summary>
    Task<IReadOnlyList<AuditPerson>> PeopleAsync(CancellationToken cancel);
}
