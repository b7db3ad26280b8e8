using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Storage.Events;

/// <summary>
/// An event as it is read. Personal fields in <see cref="Body"/> are opened; one whose key was destroyed reads
/// <c>null</c> and its name stands in <see cref="Erased"/>.
/// </summary>
public sealed record StoredEvent
{
    public required TenantId Tenant { get; init; }
    public required string Stream { get; init; }
    public required long Version { get; init; }
    public required Guid EventId { get; init; }
    public required long Position { get; init; }
    public required string Type { get; init; }
    public required int TypeVersion { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string ActorType { get; init; }
    public required string ActorId { get; init; }
    public string? SessionId { get; init; }
    public required string AuthStrength { get; init; }
    public string? OnBehalfOf { get; init; }
    public required string Action { get; init; }
    public required string ObjectType { get; init; }
    public required string ObjectId { get; init; }
    public string? ObjectVersion { get; init; }
    public string? ObjectHash { get; init; }
    public required Decision Decision { get; init; }
    public string? PolicyId { get; init; }
    public string? PolicyVersion { get; init; }
    public string? Reason { get; init; }
    public ImmutableArray<string> ApprovalIds { get; init; } = [];
    public required Guid CorrelationId { get; init; }
    public Guid? CausationId { get; init; }
    public string? CommandId { get; init; }
    public required string Region { get; init; }
    public required string Node { get; init; }
    public required string Classification { get; init; }
    public string? LegalBasis { get; init; }
    public required JsonObject Body { get; init; }

    /// <summary>Where the call came from; null where it was the product itself or the key is gone.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The caller's program; null as above.</summary>
    public string? UserAgent { get; init; }

    /// <summary>
    /// Names of personal fields that can no longer be opened; <c>$client.ip</c> and <c>$client.ua</c> are those above.
    /// </summary>
    public ImmutableArray<string> Erased { get; init; } = [];

    /// <summary>Names of personal fields that the reader may not see; they read <c>null</c> as well.</summary>
    public ImmutableArray<string> Withheld { get; init; } = [];

    /// <summary>Where it stands in the order of the cell's log; <see cref="Position"/> is its last part.</summary>
    public LogPosition LogPosition { get; init; }

    /// <summary>The body's canonical bytes as stored, commitments in the place of personal fields.</summary>
    public ReadOnlyMemory<byte> SealedBody { get; init; }

    /// <summary>
    /// The event's leaf in lower-case hex: SHA-256(0x00 ‖ canonical envelope ‖ <see cref="SealedBody"/>).
    /// </summary>
    public string LeafHash { get; init; } = "";
}
