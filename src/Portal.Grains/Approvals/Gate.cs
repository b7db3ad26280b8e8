using Orleans;

namespace Portal.Grains.Approvals;

/// <summary>
/// A condition on a metric: at least as good as <paramref name="Threshold"/>, or, when that is null, as the version
/// that the environment serves now (the champion). What "good" means is the metric's own direction.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.Gate")]
public sealed record Gate([property: Id(0)] string Metric, [property: Id(1)] double? Threshold);

/// <summary>
/// What a gate said, with its inputs, so that it can be checked again. <paramref name="Champion"/> is the version that
/// was compared with (<c>mdl_…/3</c>); null for a fixed threshold or where nothing is served yet, which passes.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.GateOutcome")]
public sealed record GateOutcome(
    [property: Id(0)] bool Passed,
    [property: Id(1)] double? Candidate,
    [property: Id(2)] double? Bar,
    [property: Id(3)] string? Champion);
