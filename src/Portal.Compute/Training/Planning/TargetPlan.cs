using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>What the target says about the problem.</summary>
internal sealed record TargetPlan(ProblemKind Problem, IReadOnlyList<string> Classes, string? PositiveClass);
