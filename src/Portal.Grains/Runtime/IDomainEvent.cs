using System.Collections.Immutable;

namespace Portal.Grains.Runtime;

/// <summary>Something that happened, in the past tense. Immutable, stored as JSON, never changed afterwards.</summary>
public interface IDomainEvent
{
    /// <summary>What the log says beside the body; most events have nothing to add.</summary>
    EventFacts Facts() => EventFacts.None;
}

/// <summary>The envelope's optional fields of one event.</summary>
public sealed record EventFacts
{
    /// <summary>Nothing to add.</summary>
    public static EventFacts None { get; } = new();

    /// <summary>The version of the thing, where it has one.</summary>
    public string? ObjectVersion { get; init; }

    /// <summary>SHA-256 of the thing's bytes in lower-case hex.</summary>
    public string? ObjectHash { get; init; }

    /// <summary>Why, in the actor's own words.</summary>
    public string? Reason { get; init; }

    /// <summary>The policy that decided, and its version.</summary>
    public string? PolicyId { get; init; }

    /// <summary>The policy's version.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>Approvals that this rests on.</summary>
    public ImmutableArray<string> ApprovalIds { get; init; } = [];

    /// <summary>How sensitive it is: <c>internal</c>, <c>confidential</c>, <c>personal</c>.</summary>
    public string Classification { get; init; } = "internal";

    /// <summary>The legal basis, where personal data is touched.</summary>
    public string? LegalBasis { get; init; }
}
