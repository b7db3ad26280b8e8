using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>Turns a request into a plan, or says everything that stands in its way.</summary>
public static class TrainingPlanner
{
    /// <param name="facts">
    /// Facts of the table. The trainer plans again on the rows it may look at, so that the hold-out rows decide
    /// nothing; a column on the edge of a rule may then be judged otherwise.
    /// </param>
    /// <param name="request">What is asked for.</param>
    public static PlanOutcome Plan(TableFacts facts, TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        List<PlanRefusal> refusals = [];
        foreach (var name in (request.Columns ?? []).Where(name => facts.Find(name) is null))
        {
            refusals.Add(new PlanRefusal(PlanRefusalCode.ColumnNotFound, $"There is no column \"{name}\".", name));
        }

        if (facts.Find(request.Target) is not { } target)
        {
            refusals.Add(new PlanRefusal(
                PlanRefusalCode.TargetNotFound, $"There is no column \"{request.Target}\".", request.Target));
            return new PlanOutcome.Refused(refusals);
        }

        var problem = new TargetPlanner(request, refusals).Plan(target);
        var (used, leftOut) = new ColumnChooser(request).Choose(facts);
        if (used.Count == 0)
        {
            refusals.Add(NoUsableColumn(request));
        }

        return problem is null || refusals.Count > 0
            ? new PlanOutcome.Refused(refusals)
            : new PlanOutcome.Planned(Assemble(target, problem, used, leftOut, request));
    }

    internal static PlanRefusal NoUsableColumn(TrainingRequest request) => new(
        PlanRefusalCode.NoUsableColumn, $"No column is left to learn \"{request.Target}\" from.");

    private static TrainingPlan Assemble(
        ColumnFacts target,
        TargetPlan problem,
        List<PlannedColumn> used,
        List<LeftOutColumn> leftOut,
        TrainingRequest request)
    {
        var rows = target.PresentCount;
        var holdOut = (long)Math.Round(rows * request.Options.HoldOutShare, MidpointRounding.AwayFromZero);
        var validation = (long)Math.Round(
            (rows - holdOut) * request.Options.ValidationShare, MidpointRounding.AwayFromZero);
        return new TrainingPlan(
            problem.Problem, request.Target, problem.Classes, problem.PositiveClass, used, leftOut,
            rows, target.MissingCount, rows - holdOut - validation, validation, holdOut,
            MetricOf(problem.Problem), request.Seed);
    }

    private static string MetricOf(ProblemKind problem) => problem switch
    {
        ProblemKind.Binary => "roc-auc",
        ProblemKind.Multiclass => "macro-f1",
        ProblemKind.Regression => "rmse",
    };
}
