using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Deployments;

/// <summary>A share of an endpoint's traffic. Weights of a revision add up to 100.</summary>
[GenerateSerializer, Immutable, Alias("portal.RouteTarget")]
public sealed record RouteTarget(
    [property: Id(0)] ModelId Model,
    [property: Id(1)] int Version,
    [property: Id(2)] string ArtifactName,
    [property: Id(3)] string ArtifactSha256,
    [property: Id(4)] int Weight);

/// <summary>Why there is a new revision.</summary>
public enum RevisionCause
{
    /// <summary>Somebody sent a version.</summary>
    Deploy,

    /// <summary>Somebody went back.</summary>
    Rollback,
}

/// <summary>An endpoint was made.</summary>
[EventType("deployment.created")]
public sealed record DeploymentCreated(string Endpoint, string Environment, DateTimeOffset At) : IDomainEvent;

/// <summary>A revision is to be loaded and, when every serving node has it, routed.</summary>
[EventType("deployment.revision-proposed")]
public sealed record RevisionProposed(
    int Revision, ImmutableArray<RouteTarget> Targets, RevisionCause Cause, ImmutableArray<string> Approvals,
    DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        ObjectVersion = Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ObjectHash = Targets[0].ArtifactSha256,
        ApprovalIds = Approvals,
    };
}

/// <summary>Every serving node has loaded it: it answers from now on.</summary>
[EventType("deployment.routed")]
public sealed record RevisionRouted(int Revision, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() =>
        new() { ObjectVersion = Revision.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}

/// <summary>It could not be loaded; what answered before goes on answering.</summary>
[EventType("deployment.revision-failed")]
public sealed record RevisionFailed(int Revision, string Code, string Message, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        ObjectVersion = Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Reason = Code,
    };
}

/// <summary>The endpoint answers no more.</summary>
[EventType("deployment.stopped")]
public sealed record DeploymentStopped(string Reason, DateTimeOffset At) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new() { Reason = Reason };
}
