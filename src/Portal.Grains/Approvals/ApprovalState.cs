using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Approvals;

/// <summary>A request for approval.</summary>
public sealed record ApprovalState : IGrainState<ApprovalState>
{
    /// <inheritdoc />
    public static ApprovalState Empty { get; } = new();

    /// <summary>Whether anybody asked.</summary>
    public bool Exists { get; init; }

    /// <summary>The model.</summary>
    public ModelId Model { get; init; }

    /// <summary>The version.</summary>
    public int Version { get; init; }

    /// <summary>Where it is to go.</summary>
    public string Environment { get; init; } = string.Empty;

    /// <summary>SHA-256 of the artifact that was asked for; another artifact is another request.</summary>
    public string ArtifactSha256 { get; init; } = string.Empty;

    /// <summary>The person who asked, outward id.</summary>
    public string RequestedBy { get; init; } = string.Empty;

    /// <summary>The metrics that the request shows.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } =
        ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The condition, where one was set.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What the gate said last.</summary>
    public GateOutcome? Outcome { get; init; }

    /// <summary>Where it stands.</summary>
    public ApprovalStatus Status { get; init; }

    /// <summary>When an undecided request lapses.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How it was decided; null before.</summary>
    public ReviewMode? Mode { get; init; }

    /// <inheritdoc />
    public ApprovalState Apply(IDomainEvent happened) => happened switch
    {
        ApprovalRequested e => this with
        {
            Exists = true,
            Model = e.Model,
            Version = e.Version,
            Environment = e.Environment,
            ArtifactSha256 = e.ArtifactSha256,
            RequestedBy = e.RequestedBy,
            Metrics = e.Metrics,
            Gate = e.Gate,
            Outcome = e.Outcome,
            ExpiresAt = e.ExpiresAt,
        },
        ApprovalGranted e => this with { Status = ApprovalStatus.Granted, Mode = e.Mode, Outcome = e.Outcome },
        ApprovalRefused => this with { Status = ApprovalStatus.Refused },
        ApprovalWithdrawn => this with { Status = ApprovalStatus.Withdrawn },
        _ => this,
    };
}
