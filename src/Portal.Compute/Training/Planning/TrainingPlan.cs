using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>What a training will do. Codes and numbers; the words are the reader's language's.</summary>
/// <param name="Problem">What is predicted.</param>
/// <param name="Target">Column to predict.</param>
/// <param name="Classes">In the order of the probabilities; the positive one last. Empty for regression.</param>
/// <param name="PositiveClass">The class a binary model is about.</param>
/// <param name="Columns">Columns that are learned from.</param>
/// <param name="LeftOut">All other columns but the target, each with its reason.</param>
/// <param name="RowCount">Rows with a target.</param>
/// <param name="RowsWithoutTarget">Rows that are not used because they have none.</param>
/// <param name="TrainRows">Rows that trees are grown on (about: strata are rounded one by one).</param>
/// <param name="ValidationRows">Rows that decide when training stops (about).</param>
/// <param name="HoldOutRows">Rows that the figures come from (about).</param>
/// <param name="Metric">Headline figure: <c>roc-auc</c>, <c>macro-f1</c> or <c>rmse</c>.</param>
/// <param name="Seed">Decides the split and all sampling.</param>
public sealed record TrainingPlan(
    ProblemKind Problem,
    string Target,
    IReadOnlyList<string> Classes,
    string? PositiveClass,
    IReadOnlyList<PlannedColumn> Columns,
    IReadOnlyList<LeftOutColumn> LeftOut,
    long RowCount,
    long RowsWithoutTarget,
    long TrainRows,
    long ValidationRows,
    long HoldOutRows,
    string Metric,
    long Seed);
