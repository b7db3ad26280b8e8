using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Portal.Tenancy.Storage.Events;

/// <summary>What was decided about a call, as the log says it.</summary>
public enum Decision
{
    /// <summary>It was allowed and done.</summary>
    Allow,

    /// <summary>It was refused.</summary>
    Deny,
}

/// <summary>An event that is about to be written. The store adds who, when, where and the order.</summary>
public sealed record NewEvent(Guid EventId, string Type, int TypeVersion, string Action, JsonObject Body)
{
    /// <summary>What kind of thing it happened to, such as <c>model</c>.</summary>
    public required string ObjectType { get; init; }

    /// <summary>Its outward id.</summary>
    public required string ObjectId { get; init; }

    /// <summary>The version of the thing, where it has one.</summary>
    public string? ObjectVersion { get; init; }

    /// <summary>SHA-256 of the thing's bytes in lower-case hex, where it has any.</summary>
    public string? ObjectHash { get; init; }

    /// <summary>Allowed or denied.</summary>
    public Decision Decision { get; init; } = Decision.Allow;

    /// <summary>The policy that decided, where one did.</summary>
    public string? PolicyId { get; init; }

    /// <summary>Its version.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>Why, in the actor's words or as the code of a refusal.</summary>
    public string? Reason { get; init; }

    /// <summary>Approvals that this rests on.</summary>
    public ImmutableArray<string> ApprovalIds { get; init; } = [];

    /// <summary>How sensitive the object is: <c>internal</c>, <c>confidential</c>, <c>personal</c>.</summary>
    public string Classification { get; init; } = "internal";

    /// <summary>The legal basis of processing, where personal data is touched.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>
    /// Personal fields by their path in <see cref="Body"/> (a top-level property name). The store replaces each by its
    /// commitment and keeps value and salt encrypted under the key of <see cref="PersonalField.Subject"/>.
    /// </summary>
    public ImmutableArray<PersonalField> Personal { get; init; } = [];
}

/// <summary>
/// A personal field: the body's property and the data subject whose key seals it (such as <c>usr_…</c>).
/// </summary>
public sealed record PersonalField(string Property, string Subject);
