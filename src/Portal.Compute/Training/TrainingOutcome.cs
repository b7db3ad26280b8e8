using Portal.Compute.Training.Planning;

namespace Portal.Compute.Training;

/// <summary>A model, or why there is none.</summary>
public abstract record TrainingOutcome
{
    private TrainingOutcome()
    {
    }

    public sealed record Trained(TrainedModel Model) : TrainingOutcome;

    public sealed record Refused(IReadOnlyList<PlanRefusal> Refusals) : TrainingOutcome;
}
