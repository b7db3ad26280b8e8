using Portal.Compute.Data;
using Portal.Compute.Inference;

namespace Portal.Compute.Training.Planning;

/// <summary>Infers the problem from the target, or refuses it.</summary>
internal sealed class TargetPlanner(TrainingRequest request, List<PlanRefusal> refusals)
{
    private TrainingOptions Options => request.Options;

    /// <summary>Null when the target was refused.</summary>
    public TargetPlan? Plan(ColumnFacts target)
    {
        var before = refusals.Count;
        var plan = Infer(target);
        return refusals.Count > before ? null : plan;
    }

    private TargetPlan? Infer(ColumnFacts target)
    {
        if (target.PresentCount == 0)
        {
            Refuse(PlanRefusalCode.TargetMissingEverywhere, $"The column \"{target.Name}\" has no values.");
            return null;
        }

        if (target.DistinctCount == 1)
        {
            Refuse(
                PlanRefusalCode.TargetSingleValue,
                $"The column \"{target.Name}\" has the same value in every row; there is nothing to learn.");
            return null;
        }

        if (target.Type is ColumnType.Date)
        {
            Refuse(PlanRefusalCode.TargetIsDate, $"The column \"{target.Name}\" holds dates, which are not predicted.");
            return null;
        }

        if (target.PresentCount < Options.RowsMin)
        {
            refusals.Add(new PlanRefusal(
                PlanRefusalCode.TooFewRows,
                $"{target.PresentCount} rows have a value in \"{target.Name}\"; at least {Options.RowsMin} are needed.",
                target.Name, Found: target.PresentCount, Limit: Options.RowsMin));
        }

        var problem = request.Problem ?? Kind(target);
        return problem is ProblemKind.Regression ? Regression(target) : Classification(target, problem);
    }

    private ProblemKind Kind(ColumnFacts target)
    {
        if (target.DistinctCount == 2)
        {
            return ProblemKind.Binary;
        }

        var isClass = target.Type switch
        {
            ColumnType.Number => false,
            ColumnType.Integer => target.DistinctCount <= Options.NumericClassesMax,
            _ => true,
        };
        return isClass ? ProblemKind.Multiclass : ProblemKind.Regression;
    }

    private TargetPlan Regression(ColumnFacts target)
    {
        if (target.Type is not (ColumnType.Number or ColumnType.Integer))
        {
            Refuse(PlanRefusalCode.TargetIsNotNumeric, $"The column \"{target.Name}\" does not hold numbers.");
        }

        return new TargetPlan(ProblemKind.Regression, [], null);
    }

    private TargetPlan? Classification(ColumnFacts target, ProblemKind problem)
    {
        if (target.DistinctCount > Options.ClassesMax)
        {
            refusals.Add(new PlanRefusal(
                PlanRefusalCode.TooManyClasses,
                $"\"{target.Name}\" has {target.DistinctCount} different values; "
                + $"at most {Options.ClassesMax} can be told apart.",
                target.Name, Found: target.DistinctCount, Limit: Options.ClassesMax));
            return null;
        }

        foreach (var level in target.Levels.Where(level => level.Rows < Options.RowsPerClassMin))
        {
            refusals.Add(new PlanRefusal(
                PlanRefusalCode.ClassTooRare,
                $"Only {level.Rows} rows have \"{level.Level}\" in \"{target.Name}\"; "
                + $"{Options.RowsPerClassMin} are needed.",
                target.Name, level.Level, level.Rows, Options.RowsPerClassMin));
        }

        return problem is ProblemKind.Binary ? Binary(target) : Multiclass(target);
    }

    private TargetPlan Multiclass(ColumnFacts target) => target.DistinctCount == 2
        ? Binary(target)
        : new TargetPlan(ProblemKind.Multiclass, [.. target.Levels.Select(level => level.Level)], null);

    private TargetPlan Binary(ColumnFacts target)
    {
        if (target.DistinctCount != 2)
        {
            Refuse(
                PlanRefusalCode.NotTwoClasses,
                $"\"{target.Name}\" has {target.DistinctCount} different values, not two.");
            return new TargetPlan(ProblemKind.Binary, [], null);
        }

        var positive = request.PositiveClass ?? PositiveClassRule.Choose(target.Levels[0], target.Levels[1]);
        if (target.Levels.All(level => level.Level != positive))
        {
            Refuse(PlanRefusalCode.PositiveClassNotFound, $"\"{positive}\" is no value of \"{target.Name}\".");
        }

        var negative = target.Levels.First(level => level.Level != positive).Level;
        return new TargetPlan(ProblemKind.Binary, [negative, positive], positive);
    }

    private void Refuse(string code, string message) => refusals.Add(new PlanRefusal(code, message, request.Target));
}
