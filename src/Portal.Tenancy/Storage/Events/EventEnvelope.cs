using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Events;

/// <summary>
/// The envelope of an event as canonical JSON, and the event's leaf: SHA-256(0x00 ‖ envelope ‖ body), RFC 6962.
/// </summary>
/// <remarks>
/// Names are those of the columns. What is null is left out, so that a column added later changes no earlier leaf; so
/// are position, transaction and epoch, which a restore may give anew, and the sealed personal values, which erasure
/// removes.
/// </remarks>
internal static class EventEnvelope
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static byte[] Leaf(EventRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(Canonical(row));
        hash.AppendData(row.Body);
        return hash.GetHashAndReset();
    }

    public static byte[] Canonical(EventRow row)
    {
        var json = new JsonObject
        {
            ["tenant_id"] = row.Tenant.ToString(),
            ["stream"] = row.Stream,
            ["version"] = row.Version,
            ["event_id"] = row.EventId.ToString(),
            ["type"] = row.Type,
            ["type_version"] = row.TypeVersion,
            ["occurred_at"] = row.OccurredAt.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["actor_type"] = row.ActorType,
            ["actor_id"] = row.ActorId,
            ["auth_strength"] = row.AuthStrength,
            ["action"] = row.Action,
            ["object_type"] = row.ObjectType,
            ["object_id"] = row.ObjectId,
            ["decision"] = row.Decision,
            ["approval_ids"] = new JsonArray([.. row.ApprovalIds.Select(id => JsonValue.Create(id))]),
            ["correlation_id"] = row.CorrelationId.ToString(),
            ["region"] = row.Region,
            ["node"] = row.Node,
            ["classification"] = row.Classification,
        };
        AddIfPresent(json, "session_id", row.SessionId);
        AddIfPresent(json, "on_behalf_of", row.OnBehalfOf);
        AddIfPresent(json, "object_version", row.ObjectVersion);
        AddIfPresent(json, "object_hash", row.ObjectHash);
        AddIfPresent(json, "policy_id", row.PolicyId);
        AddIfPresent(json, "policy_version", row.PolicyVersion);
        AddIfPresent(json, "reason", row.Reason);
        AddIfPresent(json, "causation_id", row.CausationId?.ToString());
        AddIfPresent(json, "command_id", row.CommandId);
        AddIfPresent(json, "legal_basis", row.LegalBasis);
        return CanonicalJson.GetBytes(json);
    }

    private static void AddIfPresent(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
