using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Audit;

/// <summary>An event of the log as it is read and exported: who, when, from where, what, allowed or not.</summary>
public sealed record AuditEntry
{
    /// <summary>The event's id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened, to the microsecond.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The event's stored name, such as <c>dataset.created</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What was done or, when denied, the permission that was missing.</summary>
    public required string Action { get; init; }

    /// <summary><c>allow</c> or <c>deny</c>.</summary>
    public required string Decision { get; init; }

    /// <summary><c>user</c>, <c>service</c> or <c>system</c>.</summary>
    public required string ActorType { get; init; }

    /// <summary>Who did it: <c>usr_…</c>, <c>key_…</c> or <c>system</c>.</summary>
    public required string ActorId { get; init; }

    /// <summary>The actor's name as it is today; null when he is no longer known, and in exports.</summary>
    public string? ActorName { get; init; }

    /// <summary>The person for whom a key acted.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>How the actor proved who he is.</summary>
    public required string AuthStrength { get; init; }

    /// <summary>The session, for people.</summary>
    public string? SessionId { get; init; }

    /// <summary>The kind of thing.</summary>
    public required string ObjectType { get; init; }

    /// <summary>The thing's outward id.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Its version.</summary>
    public string? ObjectVersion { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string? ObjectHash { get; init; }

    /// <summary>Why, or the code of a refusal.</summary>
    public string? Reason { get; init; }

    /// <summary>The policy that decided.</summary>
    public string? PolicyId { get; init; }

    /// <summary>Its version.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>Approvals that it rests on.</summary>
    public ImmutableArray<string> ApprovalIds { get; init; } = [];

    /// <summary>Joins the events of one request.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>What caused it.</summary>
    public Guid? CausationId { get; init; }

    /// <summary>The caller's idempotency key.</summary>
    public string? CommandId { get; init; }

    /// <summary>The cell.</summary>
    public required string Region { get; init; }

    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>How sensitive it is.</summary>
    public required string Classification { get; init; }

    /// <summary>The legal basis, where personal data is touched.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Where the call came from; null for the product itself, and after erasure.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The caller's program; null as above.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The event's own fields, personal ones opened.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>Personal fields that were erased.</summary>
    public ImmutableArray<string> Erased { get; init; } = [];

    /// <summary>The stream and the event's number in it.</summary>
    public required string Stream { get; init; }

    /// <summary>The event's number in its stream.</summary>
    public required long Version { get; init; }

    /// <summary>The version of the event's shape.</summary>
    public required int TypeVersion { get; init; }

    /// <summary>The event's leaf: SHA-256(0x00 ‖ canonical envelope ‖ sealed body), lower-case hex.</summary>
    public required string LeafHash { get; init; }

    /// <summary>The sealed body in base 64, in exports: with it the leaf can be computed again.</summary>
    public string? SealedBody { get; init; }

    internal static AuditEntry Of(StoredEvent e) => new()
    {
        EventId = e.EventId,
        OccurredAt = e.OccurredAt,
        Type = e.Type,
        Action = e.Action,
        Decision = e.Decision == Tenancy.Storage.Events.Decision.Allow ? "allow" : "deny",
        ActorType = e.ActorType,
        ActorId = e.ActorId,
        OnBehalfOf = e.OnBehalfOf,
        AuthStrength = e.AuthStrength,
        SessionId = e.SessionId,
        ObjectType = e.ObjectType,
        ObjectId = e.ObjectId,
        ObjectVersion = e.ObjectVersion,
        ObjectHash = e.ObjectHash,
        Reason = e.Reason,
        PolicyId = e.PolicyId,
        PolicyVersion = e.PolicyVersion,
        ApprovalIds = e.ApprovalIds,
        CorrelationId = e.CorrelationId,
        CausationId = e.CausationId,
        CommandId = e.CommandId,
        Region = e.Region,
        Node = e.Node,
        Classification = e.Classification,
        LegalBasis = e.LegalBasis,
        IpAddress = e.IpAddress,
        UserAgent = e.UserAgent,
        Body = e.Body,
        Erased = e.Erased,
        Stream = e.Stream,
        Version = e.Version,
        TypeVersion = e.TypeVersion,
        LeafHash = e.LeafHash,
    };
}
