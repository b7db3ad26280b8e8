using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Keys;

namespace Portal.Grains.Training;

/// <summary>Queues a run.</summary>
[GenerateSerializer, Immutable, Alias("portal.QueueRun")]
public sealed record QueueRun([property: Id(0)] RunRequest Request, [property: Id(1)] RunPlan Plan);

/// <summary>
/// The answer to a handler that begins: with <paramref name="Attempt"/> 0 there is nothing to do. Whoever begins later
/// supersedes whoever began before.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.RunAttempt")]
public sealed record RunAttempt(
    [property: Id(0)] int Attempt, [property: Id(1)] RunRequest? Request, [property: Id(2)] RunPlan? Plan,
    [property: Id(3)] string? Requester);

/// <summary>The version that an attempt made, with its figures by name on rows that training never saw.</summary>
[GenerateSerializer, Immutable, Alias("portal.FinishRun")]
public sealed record FinishRun(
    [property: Id(0)] int Attempt,
    [property: Id(1)] ModelId Model,
    [property: Id(2)] int Version,
    [property: Id(3)] ImmutableSortedDictionary<string, double> Metrics,
    [property: Id(4)] ImmutableSortedDictionary<string, double> Baseline,
    [property: Id(5)] string ArtifactSha256);

/// <summary>An attempt ended the run for a reason that another attempt would meet again.</summary>
[GenerateSerializer, Immutable, Alias("portal.FailRun")]
public sealed record FailRun(
    [property: Id(0)] int Attempt, [property: Id(1)] string Code, [property: Id(2)] string Message);
