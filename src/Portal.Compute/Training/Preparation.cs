using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Training.Planning;
using Portal.Compute.Training.Splits;

namespace Portal.Compute.Training;

/// <summary>Plans, splits, and then chooses columns without a look at the hold-out rows.</summary>
internal static class Preparation
{
    public static (PreparedData? Data, IReadOnlyList<PlanRefusal> Refusals) Prepare(
        DataTable table, TrainingRequest request)
    {
        var outcome = TrainingPlanner.Plan(TableFacts.From(table), request);
        if (outcome is PlanOutcome.Refused(var refusals))
        {
            return (null, refusals);
        }

        var plan = ((PlanOutcome.Planned)outcome).Plan;

        var truth = TargetLabels.Read(table[plan.Target], plan);
        var isClass = plan.Problem is not ProblemKind.Regression;
        var rows = Enumerable.Range(0, table.RowCount).Where(row => !float.IsNaN(truth[row])).ToArray();
        var split = RowSplit.Of(rows, truth, isClass, request.Seed, request.Options);
        var (used, leftOut) = new ColumnChooser(request).Choose(TableFacts.From(table, split.Development));
        if (used.Count == 0)
        {
            return (null, [TrainingPlanner.NoUsableColumn(request)]);
        }

        var scale = isClass
            ? TargetScale.None
            : TargetScale.Of(Array.ConvertAll(split.Development, row => truth[row]));
        return (new PreparedData(
            table, plan with { Columns = used, LeftOut = leftOut }, request, split, truth, scale), []);
    }
}
