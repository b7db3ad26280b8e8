using System.Collections.Immutable;
using Portal.Tenancy.Access;

namespace Portal.Tenancy.Storage.Events;

/// <summary>All that one command commits. The tenant and the actor are the principal's.</summary>
public sealed record AppendRequest(
    Principal Principal,
    string Stream,
    long ExpectedVersion,
    ImmutableArray<NewEvent> Events)
{
    /// <summary>
    /// Heads of other streams that the decision relied on: locked FOR SHARE in key order and compared.
    /// </summary>
    public ImmutableArray<Expect> Expects { get; init; } = [];

    /// <summary>Statements on read models, run after the events under the same row-level security.</summary>
    public ImmutableArray<DbWrite> Writes { get; init; } = [];

    /// <summary>Work that falls due later; a row with the same key replaces the one that is there.</summary>
    public ImmutableArray<DueWork> Due { get; init; } = [];

    /// <summary>The idempotency row, for commands that came with an id.</summary>
    public CommandRecord? Command { get; init; }

    /// <summary>Joins events of one request; a UUIDv7 made at the edge.</summary>
    public Guid CorrelationId { get; init; }

    /// <summary>The event or request that caused this command, when there is one.</summary>
    public Guid? CausationId { get; init; }
}

/// <summary>The head that a decision relied on.</summary>
public sealed record Expect(string Stream, long Version);

/// <summary>A row of due work: <paramref name="Command"/> is JSON that the feature's handler understands.</summary>
public sealed record DueWork(string Key, DateTimeOffset DueAt, string Kind, string Command);

/// <summary>
/// An idempotency row: the same id with the same hash gets <paramref name="Response"/> again, with another hash 409.
/// </summary>
public sealed record CommandRecord(string CommandId, byte[] RequestHash, string Response);

/// <summary>What came of an append.</summary>
public enum AppendStatus
{
    /// <summary>All of it is durable.</summary>
    Committed,

    /// <summary>The stream or an expected head has moved: load again and decide again.</summary>
    Moved,

    /// <summary>The command id was there already: answer from <see cref="IEventStore.FindCommandAsync"/>.</summary>
    Repeated,

    /// <summary>
    /// A unique name is taken or a check (such as a quota's) refused; <see cref="AppendOutcome.Constraint"/> says
    /// which.
    /// </summary>
    Duplicate,
}

/// <summary>The outcome; <paramref name="Version"/> is the stream's new head when committed.</summary>
public sealed record AppendOutcome(AppendStatus Status, long Version, string? Constraint = null);
