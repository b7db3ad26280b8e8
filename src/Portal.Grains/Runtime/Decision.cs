using System.Collections.Immutable;
using Portal.Tenancy.Access;
using Portal.Tenancy.Storage;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Runtime;

/// <summary>What a decider decided: events to commit, the answer, and what the decision relied on.</summary>
public sealed record Decision<T>(T Answer, ImmutableArray<IDomainEvent> Events)
{
    /// <summary>Other streams that were looked at; a move of any means deciding again.</summary>
    public ImmutableArray<Expect> Expects { get; init; } = [];

    /// <summary>Work that falls due later.</summary>
    public ImmutableArray<DueWork> Due { get; init; } = [];

    /// <summary>Rows in the same transaction that are not read models of an event, such as a password's hash.</summary>
    public ImmutableArray<DbWrite> Writes { get; init; } = [];

    /// <summary>Whether there is nothing to commit: the answer was already true.</summary>
    public bool IsNothing => Events.IsEmpty && Due.IsEmpty && Writes.IsEmpty;
}

/// <summary>Builds decisions.</summary>
public static class Decision
{
    /// <summary>These events, this answer.</summary>
    public static Decision<T> Of<T>(T answer, params ImmutableArray<IDomainEvent> events) => new(answer, events);

    /// <summary>Nothing to change: the answer is already true.</summary>
    public static Decision<T> Nothing<T>(T answer) => new(answer, []);
}

/// <summary>What a decider may know besides the state: who asks, the time, fresh ids. All of it is given.</summary>
public sealed record DecisionContext(Principal Principal, DateTimeOffset Now, long Version, Func<Guid> NewId);

/// <summary>The state of another stream and the version it had when it was read.</summary>
public sealed record Seen<TState>(TState State, string Stream, long Version)
{
    /// <summary>What to put into <see cref="Decision{T}.Expects"/>.</summary>
    public Expect Expect => new(Stream, Version);
}
