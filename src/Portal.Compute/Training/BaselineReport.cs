using Portal.Compute.Training.Metrics;

namespace Portal.Compute.Training;

/// <summary>A simple predictor to compare with.</summary>
/// <param name="Kind"><c>prior</c>: the share of each class, or the mean; <c>tree-depth-2</c>: one small tree.</param>
/// <param name="HoldOut">Its figures on the hold-out rows.</param>
public sealed record BaselineReport(string Kind, ModelMetrics HoldOut)
{
    public const string Prior = "prior";
    public const string SmallTree = "tree-depth-2";
}
