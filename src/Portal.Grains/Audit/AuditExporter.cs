using System.Globalization;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Audit;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Audit;

/// <summary>Exports the log, oldest event first, as CSV or JSON.</summary>
public sealed class AuditExporter
{
    private static readonly Invalid UnknownFormat =
        new("export-format-unknown", "The format of an export is csv or json.");

    private static readonly Unavailable NotSettled = new(
        "log-not-settled", "The log is busy. Ask for the export again in a moment.", TimeSpan.FromSeconds(5));

    // Longer than any transaction of the product may take.
    private static readonly TimeSpan SettleMax = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan SettlePoll = TimeSpan.FromMilliseconds(50);

    private readonly ICells _cells;
    private readonly PermissionGate _gate;
    private readonly AuditAccessLog _accesses;
    private readonly TimeProvider _clock;

    internal AuditExporter(ICells cells, PermissionGate gate, AuditAccessLog accesses, TimeProvider clock) =>
        (_cells, _gate, _accesses, _clock) = (cells, gate, accesses, clock);

    /// <summary>
    /// Grants an export and records it. It holds everything that happened before this moment: it begins once no
    /// transaction is running that began earlier, so that nothing can appear in the middle of it later.
    /// </summary>
    public async Task<Result<AuditExport>> BeginAsync(
        CallContext call, AuditFilter filter, string format, CancellationToken cancel)
    {
        var principal = call.Principal;
        if (await _gate.CheckAsync(principal, AuditPermissions.Export, "audit", "-", cancel) is { } refusal)
        {
            return refusal;
        }

        if (format is not ("csv" or "json"))
        {
            return UnknownFormat;
        }

        var asOf = _clock.GetUtcNow();
        var begun = new AuditExported(AuditFilterText.Of(filter), format, asOf);
        if (await _accesses.RecordAsync(call, begun, cancel) is { } unrecorded)
        {
            return unrecorded;
        }

        if (!await IsSettledAsync(principal, asOf, cancel))
        {
            return NotSettled;
        }

        var scope = filter with { To = filter.To < asOf ? filter.To : asOf };
        return new AuditExport(
            string.Create(CultureInfo.InvariantCulture, $"audit-{asOf:yyyyMMdd'T'HHmmss'Z'}.{format}"),
            format == "csv" ? "text/csv; charset=utf-8" : "application/json",
            (target, token) => WriteAsync(call, scope, format, asOf, target, token));
    }

    // The export's own beginning shows that everything before it can be read in the log's stable order.
    private async Task<bool> IsSettledAsync(Principal principal, DateTimeOffset asOf, CancellationToken cancel)
    {
        var audit = _cells.Of(principal.Region).Audit;
        var own = AuditFilter.All with { Actor = principal.Actor, Action = "audit.exported", From = asOf };
        var began = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(began) < SettleMax)
        {
            var seen = audit.StreamAsync(principal.Tenant, own, LogPosition.Start, personal: false, cancel);
            await foreach (var _ in seen)
            {
                return true;
            }

            await Task.Delay(SettlePoll, _clock, cancel);
        }

        return false;
    }

    private async Task WriteAsync(
        CallContext call, AuditFilter scope, string format, DateTimeOffset asOf, Stream target,
        CancellationToken cancel)
    {
        await using var hashed = new HashingStream(target);
        var principal = call.Principal;
        var events = _cells.Of(principal.Region).Audit.StreamAsync(
            principal.Tenant, scope, LogPosition.Start, personal: true, cancel);
        var count = format == "csv"
            ? await CsvExport.WriteAsync(hashed, events, cancel)
            : await JsonExport.WriteAsync(
                hashed, new(principal.Tenant, principal.Region, principal.Actor, asOf, scope), events, cancel);

        // The reader has all of it by now; that he has must not depend on whether he stays for the answer.
        await _accesses.RecordAsync(
            call, new AuditExportCompleted(format, asOf, count, hashed.Written, hashed.Sha256()),
            CancellationToken.None);
    }
}
