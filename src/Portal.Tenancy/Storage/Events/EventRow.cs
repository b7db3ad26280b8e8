namespace Portal.Tenancy.Storage.Events;

/// <summary>An event as it stands in the table, but for what the database gives: position and transaction.</summary>
internal sealed record EventRow
{
    public required Guid Tenant { get; init; }
    public required string Stream { get; init; }
    public required long Version { get; init; }
    public required Guid EventId { get; init; }
    public required string Type { get; init; }
    public required int TypeVersion { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string ActorType { get; init; }
    public required string ActorId { get; init; }
    public required string? SessionId { get; init; }
    public required string AuthStrength { get; init; }
    public required string? OnBehalfOf { get; init; }
    public required string Action { get; init; }
    public required string ObjectType { get; init; }
    public required string ObjectId { get; init; }
    public required string? ObjectVersion { get; init; }
    public required string? ObjectHash { get; init; }
    public required string Decision { get; init; }
    public required string? PolicyId { get; init; }
    public required string? PolicyVersion { get; init; }
    public required string? Reason { get; init; }
    public required string[] ApprovalIds { get; init; }
    public required Guid CorrelationId { get; init; }
    public required Guid? CausationId { get; init; }
    public required string? CommandId { get; init; }
    public required string Region { get; init; }
    public required string Node { get; init; }
    public required string Classification { get; init; }
    public required string? LegalBasis { get; init; }
    public required byte[] Body { get; init; }
    public required byte[]? Personal { get; init; }
}
