using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>A column that is learned from.</summary>
public sealed record PlannedColumn(string Name, InputKind Kind);
