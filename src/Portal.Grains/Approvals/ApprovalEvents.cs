using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Approvals;

/// <summary>Somebody asked that a model version may go to an environment.</summary>
[EventType("approval.requested")]
public sealed record ApprovalRequested(
    ModelId Model,
    int Version,
    string Environment,
    string ArtifactSha256,
    string RequestedBy,
    string Note,
    ImmutableSortedDictionary<string, double> Metrics,
    Gate? Gate,
    GateOutcome? Outcome,
    DateTimeOffset At,
    DateTimeOffset ExpiresAt) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() =>
        new() { ObjectHash = ArtifactSha256, ObjectVersion = $"{Model}/{Version}", Reason = Note };
}

/// <summary>It may go there. <paramref name="Members"/> is how many people the tenant had.</summary>
[EventType("approval.granted")]
public sealed record ApprovalGranted(
    string GrantedBy, ReviewMode Mode, int Members, string Comment, GateOutcome? Outcome, DateTimeOffset At)
    : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        Reason = Comment,
        PolicyId = Mode is ReviewMode.SelfReview ? "approval=self" : "approval=four-eyes",
        PolicyVersion = $"members={Members}",
    };
}

/// <summary>It may not.</summary>
[EventType("approval.refused")]
public sealed record ApprovalRefused(string RefusedBy, string Comment, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Reason = Comment };
}

/// <summary>Who asked takes it back, or an approver takes back what was granted.</summary>
[EventType("approval.withdrawn")]
public sealed record ApprovalWithdrawn(string WithdrawnBy, string Comment, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Reason = Comment };
}
