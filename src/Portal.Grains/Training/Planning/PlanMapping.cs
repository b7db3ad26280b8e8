using Portal.Compute.Data;
using Portal.Compute.Training.Planning;
using Portal.Grains.Datasets;
using ComputeKind = Portal.Compute.Inference.ProblemKind;
using InputKind = Portal.Compute.Inference.InputKind;
using ProblemKind = Portal.Grains.Models.ProblemKind;

namespace Portal.Grains.Training.Planning;

/// <summary>Between what is stored and what the planner takes and gives.</summary>
internal static class PlanMapping
{
    public static TableFacts ToFacts(this DatasetProfile profile) =>
        new(profile.Rows, [.. profile.Columns.Select(c => ColumnFacts.From(ToProfile(c)))]);

    public static RunPlan ToRunPlan(this TrainingPlan plan) => new()
    {
        Problem = (ProblemKind)plan.Problem,
        Target = plan.Target,
        Classes = [.. plan.Classes],
        PositiveClass = plan.PositiveClass,
        Columns =
            [.. plan.Columns.Select(c => new PlanColumn(c.Name, c.Kind == InputKind.Number ? "number" : "category"))],
        LeftOut = [.. plan.LeftOut.Select(c => new PlanLeftOut(c.Name, c.Reason))],
        Rows = plan.RowCount,
        RowsWithoutTarget = plan.RowsWithoutTarget,
        TrainRows = plan.TrainRows,
        ValidationRows = plan.ValidationRows,
        HoldOutRows = plan.HoldOutRows,
        Metric = plan.Metric,
        Seed = plan.Seed,
    };

    public static TrainingPlan ToTrainingPlan(this RunPlan plan) => new(
        (ComputeKind)plan.Problem,
        plan.Target,
        plan.Classes,
        plan.PositiveClass,
        [.. plan.Columns.Select(c => new PlannedColumn(
            c.Name, c.Kind == "number" ? InputKind.Number : InputKind.Category))],
        [.. plan.LeftOut.Select(c => new LeftOutColumn(c.Name, c.Reason))],
        plan.Rows,
        plan.RowsWithoutTarget,
        plan.TrainRows,
        plan.ValidationRows,
        plan.HoldOutRows,
        plan.Metric,
        plan.Seed);

    private static ColumnProfile ToProfile(ColumnStatistics column) => new(
        column.Name,
        ColumnTypeName.Parse(column.Type),
        column.DateFormat,
        column.Count,
        column.Missing,
        column.Distinct,
        column.DistinctIsExact,
        column.LooksLikeId,
        column.Numeric is { } n
            ? new(
                n.Minimum,
                n.Maximum,
                n.Mean,
                n.StandardDeviation,
                n.Quantile05,
                n.Quantile25,
                n.Median,
                n.Quantile75,
                n.Quantile95,
                n.QuantilesAreExact)
            : null,
        null,
        [.. column.Top.Select(t => new CategoryCount(t.Value, t.Count))],
        []);
}
