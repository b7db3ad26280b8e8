using System.Collections.Immutable;
using System.Globalization;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Training;

/// <summary>A person asked for a run, with the plan that he saw.</summary>
[EventType("run.queued")]
public sealed record RunQueued(RunRequest Request, RunPlan Plan, DateTimeOffset At, string By) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        ObjectVersion = Request.DatasetVersion.ToString(CultureInfo.InvariantCulture),
        ObjectHash = Request.DatasetSha256,
        Classification = "confidential",
    };
}

/// <summary>An attempt began; the first, or one after a worker or its node was lost.</summary>
[EventType("run.started")]
public sealed record RunStarted(int Attempt, string Node, DateTimeOffset At) : IDomainEvent;

/// <summary>An attempt was given up in good order, because its node was stopped. It does not count as lost.</summary>
[EventType("run.interrupted")]
public sealed record RunInterrupted(int Attempt) : IDomainEvent;

/// <summary>It made a version; the hash in the envelope is that of the graph.</summary>
[EventType("run.finished")]
public sealed record RunFinished(
    ModelId Model,
    int Version,
    ImmutableSortedDictionary<string, double> Metrics,
    ImmutableSortedDictionary<string, double> Baseline,
    string ArtifactSha256,
    DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { ObjectHash = ArtifactSha256 };
}

/// <summary>It ended without a version.</summary>
[EventType("run.failed")]
public sealed record RunFailed(string Code, string Message, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Reason = Code };
}

/// <summary>A person wants it to end.</summary>
[EventType("run.cancel-requested")]
public sealed record RunCancelRequested(string By) : IDomainEvent;

/// <summary>It ended because a person wanted it to.</summary>
[EventType("run.cancelled")]
public sealed record RunCancelled(DateTimeOffset At) : IDomainEvent;
