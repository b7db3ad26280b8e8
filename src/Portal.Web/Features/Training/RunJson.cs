using System.Collections.Immutable;
using Portal.Grains.Keys;
using Portal.Grains.Training;
using Portal.Grains.Training.Reading;

namespace Portal.Web.Features.Training;

/// <summary>A run as the API answers it.</summary>
public sealed record RunJson(
    RunId Id,
    RunStatus Status,
    DatasetId Dataset,
    int DatasetVersion,
    string Target,
    int Attempt,
    bool CancelRequested,
    RunPlan Plan,
    ModelId? Model,
    int? Version,
    ImmutableSortedDictionary<string, double>? Metrics,
    ImmutableSortedDictionary<string, double>? Baseline,
    RunFault? Error,
    DateTimeOffset QueuedAt,
    string QueuedBy,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    /// <summary>From the read model.</summary>
    public static RunJson Of(RunView view)
    {
        var s = view.State;
        var r = s.Request!;
        return new(
            view.Id, s.Status, r.Dataset, r.DatasetVersion, r.Target, s.Attempt, s.CancelRequested, s.Plan!,
            s.Model ?? r.Model, s.Version, s.Metrics, s.Baseline,
            s.ErrorCode is { } code ? new(code, s.ErrorMessage ?? string.Empty) : null,
            s.QueuedAt, s.QueuedBy, s.StartedAt, s.EndedAt);
    }
}

/// <summary>Why a run failed.</summary>
public sealed record RunFault(string Code, string Message);

/// <summary>A page of runs.</summary>
public sealed record RunList(IReadOnlyList<RunJson> Items, string? Next);
