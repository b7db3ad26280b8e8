using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Events;

/// <summary>Turns new events into rows and rows into stored events.</summary>
internal sealed class EventCodec(PersonalVault vault, RegionCode region, string node, TimeProvider clock)
{
    private const string Client = "$client";
    private const string Ip = "ip";
    private const string UserAgent = "ua";

    public async Task<EventRow> EncodeAsync(
        AppendRequest request, NewEvent added, long version, CancellationToken cancel)
    {
        var principal = request.Principal;
        var (body, personal) = await SealAsync(principal, added, cancel);
        return new EventRow
        {
            Tenant = principal.Tenant.Value,
            Stream = request.Stream,
            Version = version,
            EventId = added.EventId,
            Type = added.Type,
            TypeVersion = added.TypeVersion,
            OccurredAt = Microseconds(clock.GetUtcNow()),
            ActorType = principal.Type.ToString().ToLowerInvariant(),
            ActorId = principal.Actor,
            SessionId = principal.SessionId,
            AuthStrength = principal.Strength.ToString().ToLowerInvariant(),
            OnBehalfOf = principal.Type == ActorType.Service ? principal.Person?.ToString() : null,
            Action = added.Action,
            ObjectType = added.ObjectType,
            ObjectId = added.ObjectId,
            ObjectVersion = added.ObjectVersion,
            ObjectHash = added.ObjectHash,
            Decision = added.Decision == Decision.Allow ? "allow" : "deny",
            PolicyId = added.PolicyId,
            PolicyVersion = added.PolicyVersion,
            Reason = added.Reason,
            ApprovalIds = [.. added.ApprovalIds],
            CorrelationId = request.CorrelationId,
            CausationId = request.CausationId,
            CommandId = request.Command?.CommandId,
            Region = region.Value,
            Node = node,
            Classification = added.Classification,
            LegalBasis = added.LegalBasis,
            Body = CanonicalJson.GetBytes(body),
            Personal = personal.Count == 0 ? null : CanonicalJson.GetBytes(personal),
        };
    }

    /// <summary>
    /// With <paramref name="personal"/> false the personal fields stay shut and are named as withheld.
    /// </summary>
    public async Task<StoredEvent> DecodeAsync(
        EventRow row, LogPosition position, bool personal, CancellationToken cancel)
    {
        var body = JsonNode.Parse(row.Body) as JsonObject ?? throw new InvalidDataException("A body is no object.");
        var missing = await OpenAsync(row, body, personal, cancel);
        body.Remove(Client, out var client);
        return new StoredEvent
        {
            Tenant = new TenantId(row.Tenant),
            Stream = row.Stream,
            Version = row.Version,
            EventId = row.EventId,
            Position = position.Row,
            LogPosition = position,
            Type = row.Type,
            TypeVersion = row.TypeVersion,
            OccurredAt = row.OccurredAt,
            ActorType = row.ActorType,
            ActorId = row.ActorId,
            SessionId = row.SessionId,
            AuthStrength = row.AuthStrength,
            OnBehalfOf = row.OnBehalfOf,
            Action = row.Action,
            ObjectType = row.ObjectType,
            ObjectId = row.ObjectId,
            ObjectVersion = row.ObjectVersion,
            ObjectHash = row.ObjectHash,
            Decision = row.Decision == "allow" ? Decision.Allow : Decision.Deny,
            PolicyId = row.PolicyId,
            PolicyVersion = row.PolicyVersion,
            Reason = row.Reason,
            ApprovalIds = [.. row.ApprovalIds],
            CorrelationId = row.CorrelationId,
            CausationId = row.CausationId,
            CommandId = row.CommandId,
            Region = row.Region,
            Node = row.Node,
            Classification = row.Classification,
            LegalBasis = row.LegalBasis,
            Body = body,
            IpAddress = (string?)client?[Ip],
            UserAgent = (string?)client?[UserAgent],
            Erased = personal ? missing : [],
            Withheld = personal ? [] : missing,
            SealedBody = row.Body,
            LeafHash = Convert.ToHexStringLower(EventEnvelope.Leaf(row)),
        };
    }

    private async Task<(JsonObject Body, JsonObject Personal)> SealAsync(
        Principal principal, NewEvent added, CancellationToken cancel)
    {
        var body = (JsonObject)added.Body.DeepClone();
        if (body.ContainsKey(Client))
        {
            throw new ArgumentException($"The property {Client} is the store's own.", nameof(added));
        }

        var personal = new JsonObject();
        foreach (var (property, subject) in added.Personal)
        {
            var field = new EventField(principal.Tenant, added.EventId, property, property);
            await vault.SealAsync(field, body, subject, personal, cancel);
        }

        var client = new JsonObject();
        foreach (var (property, value) in Origin(principal))
        {
            client[property] = value;
            var field = new EventField(principal.Tenant, added.EventId, $"{Client}.{property}", property);
            await vault.SealAsync(field, client, principal.Actor, personal, cancel);
        }

        if (client.Count > 0)
        {
            body[Client] = client;
        }

        return (body, personal);
    }

    private static IEnumerable<(string Property, string Value)> Origin(Principal principal)
    {
        if (principal.Origin?.IpAddress is { } ip)
        {
            yield return (Ip, ip);
        }

        if (principal.Origin?.UserAgent is { } userAgent)
        {
            yield return (UserAgent, userAgent);
        }
    }

    private async Task<ImmutableArray<string>> OpenAsync(
        EventRow row, JsonObject body, bool open, CancellationToken cancel)
    {
        if (row.Personal is null)
        {
            return [];
        }

        var missing = ImmutableArray.CreateBuilder<string>();
        using var personal = JsonDocument.Parse(row.Personal);
        foreach (var entry in personal.RootElement.EnumerateObject())
        {
            var (owner, property) = Locate(body, entry.Name);
            if (owner[property] is not JsonObject commitment)
            {
                throw new InvalidDataException($"The personal field {entry.Name} has no commitment.");
            }

            var field = new EventField(new TenantId(row.Tenant), row.EventId, entry.Name, property);
            var value = open
                ? await vault.OpenAsync(field, commitment, entry.Value.GetString() ?? "", cancel)
                : null;
            owner[property] = value;
            if (value is null)
            {
                missing.Add(entry.Name);
            }
        }

        return missing.ToImmutable();
    }

    private static (JsonObject Owner, string Property) Locate(JsonObject body, string path) =>
        path.StartsWith(Client + ".", StringComparison.Ordinal) && body[Client] is JsonObject client
            ? (client, path[(Client.Length + 1)..])
            : (body, path);

    // PostgreSQL keeps microseconds; the leaf must be the same before and after the row was stored.
    private static DateTimeOffset Microseconds(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
