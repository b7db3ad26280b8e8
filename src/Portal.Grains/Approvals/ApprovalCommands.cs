using Orleans;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;

namespace Portal.Grains.Approvals;

/// <summary>Asks that a version may go to an environment.</summary>
[GenerateSerializer, Immutable, Alias("portal.RequestApproval")]
public sealed record RequestApproval(
    [property: Id(0)] ModelId Model,
    [property: Id(1)] int Version,
    [property: Id(2)] string Environment,
    [property: Id(3)] string Note,
    [property: Id(4)] Gate? Gate) : ICreateCommand;

/// <summary>
/// Grants a request. <paramref name="Confirmed"/> matters in self-review: metrics and consequences were read.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.GrantApproval")]
public sealed record GrantApproval([property: Id(0)] string Comment, [property: Id(1)] bool Confirmed);

/// <summary>Refuses a request, or takes one back; the comment is required.</summary>
[GenerateSerializer, Immutable, Alias("portal.EndApproval")]
public sealed record EndApproval([property: Id(0)] string Comment);

/// <summary>What a command on an approval answers.</summary>
[GenerateSerializer, Immutable, Alias("portal.ApprovalAnswer")]
public sealed record ApprovalAnswer(
    [property: Id(0)] ApprovalId Id, [property: Id(1)] ApprovalStatus Status, [property: Id(2)] GateOutcome? Outcome);
