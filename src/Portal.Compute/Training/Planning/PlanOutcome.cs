namespace Portal.Compute.Training.Planning;

/// <summary>A plan, or all reasons why there is none.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>Training can begin.</summary>
    public sealed record Planned(TrainingPlan Plan) : PlanOutcome;

    /// <summary>Training cannot begin; at least one reason.</summary>
    public sealed record Refused(IReadOnlyList<PlanRefusal> Refusals) : PlanOutcome;
}
