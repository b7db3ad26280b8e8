using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Audit;

/// <summary>Reads the log. Each page that is read is an event of its own, committed before it is handed out.</summary>
public sealed class AuditQueries
{
    private readonly ICells _cells;
    private readonly PermissionGate _gate;
    private readonly AuditAccessLog _accesses;

    internal AuditQueries(ICells cells, PermissionGate gate, AuditAccessLog accesses) =>
        (_cells, _gate, _accesses) = (cells, gate, accesses);

    /// <summary>
    /// The newest events first, personal fields opened. Refused with <c>cursor-malformed</c> when that is none.
    /// </summary>
    public async Task<Result<ListPage<AuditEntry>>> ListAsync(
        CallContext call, AuditFilter filter, ListQuery query, CancellationToken cancel)
    {
        var principal = call.Principal;
        if (await _gate.CheckAsync(principal, AuditPermissions.Read, "audit", "-", cancel) is { } refusal)
        {
            return refusal;
        }

        var cell = _cells.Of(principal.Region);
        var page = await cell.Audit.ListAsync(
            principal.Tenant, filter, query.Take, query.Cursor, personal: true, cancel);
        if (!page.Ok)
        {
            return page.Error;
        }

        var read = new AuditRead(AuditFilterText.Of(filter), page.Value.Items.Count);
        if (await _accesses.RecordAsync(call, read, cancel) is { } unrecorded)
        {
            return unrecorded;
        }

        var names = await ActorNames.OfAsync(
            cell, principal.Tenant, page.Value.Items.Select(e => e.ActorId), cancel);
        return new ListPage<AuditEntry>(
            [
                .. page.Value.Items.Select(
                    e => AuditEntry.Of(e) with { ActorName = names.GetValueOrDefault(e.ActorId) }),
            ],
            page.Value.Next);
    }
}
