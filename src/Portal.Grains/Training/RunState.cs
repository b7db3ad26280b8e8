using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Training;

/// <summary>What a run's events add up to; stored whole as its read model.</summary>
public sealed record RunState : IGrainState<RunState>
{
    /// <inheritdoc />
    public static RunState Empty { get; } = new();

    /// <summary>What was asked for; null before it was queued.</summary>
    public RunRequest? Request { get; init; }

    /// <summary>The plan that was shown.</summary>
    public RunPlan? Plan { get; init; }

    /// <summary>Where it stands.</summary>
    public RunStatus Status { get; init; }

    /// <summary>A person wants it to end.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The number of the latest attempt, from 1; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>Attempts that ended in good order without a result.</summary>
    public int Interrupted { get; init; }

    /// <summary>The node of the latest attempt.</summary>
    public string? Node { get; init; }

    /// <summary>The model that got the version.</summary>
    public ModelId? Model { get; init; }

    /// <summary>The version that it made.</summary>
    public int? Version { get; init; }

    /// <summary>Figures on rows that training never saw, by name.</summary>
    public ImmutableSortedDictionary<string, double>? Metrics { get; init; }

    /// <summary>The same of the simple baseline.</summary>
    public ImmutableSortedDictionary<string, double>? Baseline { get; init; }

    /// <summary>Why it failed: a stable code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Who asked: an actor's outward id.</summary>
    public string QueuedBy { get; init; } = string.Empty;

    /// <summary>When the latest attempt began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Nothing can happen any more.</summary>
    [JsonIgnore]
    public bool HasEnded => Status is RunStatus.Finished or RunStatus.Failed or RunStatus.Cancelled;

    /// <inheritdoc />
    public RunState Apply(IDomainEvent happened) => happened switch
    {
        RunQueued e => this with { Request = e.Request, Plan = e.Plan, QueuedAt = e.At, QueuedBy = e.By },
        RunStarted e => this with
        {
            Status = RunStatus.Running,
            Attempt = e.Attempt,
            Node = e.Node,
            StartedAt = e.At,
        },
        RunInterrupted => this with { Interrupted = Interrupted + 1 },
        RunFinished e => this with
        {
            Status = RunStatus.Finished,
            Model = e.Model,
            Version = e.Version,
            Metrics = e.Metrics,
            Baseline = e.Baseline,
            EndedAt = e.At,
        },
        RunFailed e => this with
        {
            Status = RunStatus.Failed,
            ErrorCode = e.Code,
            ErrorMessage = e.Message,
            EndedAt = e.At,
        },
        RunCancelRequested => this with { CancelRequested = true },
        RunCancelled e => this with { Status = RunStatus.Cancelled, EndedAt = e.At },
        _ => this,
    };
}
