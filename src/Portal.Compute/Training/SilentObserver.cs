using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training;

/// <summary>Ignores everything.</summary>
internal sealed class SilentObserver : ITrainingObserver
{
    public static SilentObserver Instance { get; } = new();

    public void OnStage(TrainingStage stage)
    {
    }

    public void OnRound(BoostingRound round, int roundsMax)
    {
    }

    public void OnLog(string line)
    {
    }
}
