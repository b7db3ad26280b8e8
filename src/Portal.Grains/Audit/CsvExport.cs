using Portal.Compute.Data;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Audit;

/// <summary>The log as a table. Cells that a spreadsheet would run as a formula are made harmless.</summary>
internal static class CsvExport
{
    private static readonly string[] Head =
    [
        "occurred_at", "decision", "type", "action", "actor_type", "actor_id", "on_behalf_of", "auth_strength",
        "object_type", "object_id", "object_version", "object_hash", "reason", "approval_ids", "policy_id",
        "policy_version", "ip_address", "user_agent", "session_id", "correlation_id", "causation_id", "command_id",
        "region", "node", "classification", "legal_basis", "event_id", "stream", "version", "type_version", "body",
        "erased", "leaf_sha256",
    ];

    public static async Task<long> WriteAsync(
        Stream target, IAsyncEnumerable<StoredEvent> events, CancellationToken cancel)
    {
        var csv = new CsvWriter(target);
        await csv.WriteRowAsync(Head, cancel);
        var count = 0L;
        await foreach (var stored in events.WithCancellation(cancel))
        {
            await csv.WriteRowAsync(Cells(AuditEntry.Of(stored)), cancel);
            count++;
        }

        await csv.FlushAsync(cancel);
        return count;
    }

    private static object?[] Cells(AuditEntry e) =>
    [
        e.OccurredAt, e.Decision, e.Type, e.Action, e.ActorType, e.ActorId, e.OnBehalfOf, e.AuthStrength, e.ObjectType,
        e.ObjectId, e.ObjectVersion, e.ObjectHash, e.Reason, string.Join(' ', e.ApprovalIds), e.PolicyId,
        e.PolicyVersion, e.IpAddress, e.UserAgent, e.SessionId, e.CorrelationId, e.CausationId, e.CommandId, e.Region,
        e.Node, e.Classification, e.LegalBasis, e.EventId, e.Stream, e.Version, e.TypeVersion, e.Body.ToJsonString(),
        string.Join(' ', e.Erased), e.LeafHash,
    ];
}
