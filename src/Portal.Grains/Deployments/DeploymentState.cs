using System.Collections.Immutable;
using Portal.Grains.Runtime;

namespace Portal.Grains.Deployments;

/// <summary>Where a revision stands.</summary>
public enum RevisionStatus
{
    /// <summary>Serving nodes load it.</summary>
    Loading,

    /// <summary>It answers.</summary>
    Routed,

    /// <summary>It answered until another took over.</summary>
    Superseded,

    /// <summary>It could not be loaded.</summary>
    Failed,
}

/// <summary>One revision of an endpoint.</summary>
public sealed record Revision(
    int Number,
    ImmutableArray<RouteTarget> Targets,
    RevisionCause Cause,
    ImmutableArray<string> Approvals,
    RevisionStatus Status);

/// <summary>An endpoint with its revisions.</summary>
public sealed record DeploymentState : IGrainState<DeploymentState>
{
    /// <inheritdoc />
    public static DeploymentState Empty { get; } = new();

    /// <summary>Whether it was made.</summary>
    public bool Exists { get; init; }

    /// <summary>Whether it was taken away.</summary>
    public bool Stopped { get; init; }

    /// <summary>The endpoint's name, which clients call.</summary>
    public string Endpoint { get; init; } = string.Empty;

    /// <summary>dev, staging or production.</summary>
    public string Environment { get; init; } = string.Empty;

    /// <summary>All revisions in their order.</summary>
    public ImmutableArray<Revision> Revisions { get; init; } = [];

    /// <summary>What answers now.</summary>
    public Revision? Routed => Revisions.LastOrDefault(r => r.Status is RevisionStatus.Routed);

    /// <summary>What is being loaded.</summary>
    public Revision? Loading => Revisions.LastOrDefault(r => r.Status is RevisionStatus.Loading);

    /// <summary>What a rollback goes back to: the last that answered before with other versions than today's.</summary>
    public Revision? Previous => Routed is not { } now
        ? null
        : Revisions.LastOrDefault(
            r => r.Status is RevisionStatus.Superseded && r.Number < now.Number
                && !r.Targets.SequenceEqual(now.Targets));

    /// <inheritdoc />
    public DeploymentState Apply(IDomainEvent happened) => happened switch
    {
        DeploymentCreated e => this with { Exists = true, Endpoint = e.Endpoint, Environment = e.Environment },
        RevisionProposed e => this with
        {
            Revisions = Revisions.Add(new(e.Revision, e.Targets, e.Cause, e.Approvals, RevisionStatus.Loading)),
        },
        RevisionRouted e => this with
        {
            Revisions =
            [
                .. Revisions.Select(r =>
                    r.Number == e.Revision ? r with { Status = RevisionStatus.Routed }
                    : r.Status is RevisionStatus.Routed ? r with { Status = RevisionStatus.Superseded }
                    : r),
            ],
        },
        RevisionFailed e => this with
        {
            Revisions =
                [.. Revisions.Select(r => r.Number == e.Revision ? r with { Status = RevisionStatus.Failed } : r)],
        },
        DeploymentStopped => this with { Stopped = true },
        _ => this,
    };
}
