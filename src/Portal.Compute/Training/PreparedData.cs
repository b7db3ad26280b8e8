using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training.Planning;
using Portal.Compute.Training.Splits;

namespace Portal.Compute.Training;

/// <summary>Everything that a training begins with.</summary>
/// <param name="Table">The table.</param>
/// <param name="Plan">The plan, its columns chosen on the development rows.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Split">Rows by use.</param>
/// <param name="Truth">Target of every row: class index or value; NaN where missing.</param>
/// <param name="Scale">For regression: how the engine's target is scaled.</param>
internal sealed record PreparedData(
    DataTable Table, TrainingPlan Plan, TrainingRequest Request, RowSplit Split, float[] Truth, TargetScale Scale)
{
    public bool IsClass => Plan.Problem is not ProblemKind.Regression;

    /// <summary>What the engine is given as target.</summary>
    public float[] EngineLabels { get; } = Array.ConvertAll(Truth, Scale.ToEngine);
}
