using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training;

/// <summary>Is told how a training goes, on the training's own thread; must be quick.</summary>
public interface ITrainingObserver
{
    /// <summary>A stage begins.</summary>
    void OnStage(TrainingStage stage);

    /// <summary>A boosting round is done; at most <paramref name="roundsMax"/> follow in this stage.</summary>
    void OnRound(BoostingRound round, int roundsMax);

    /// <summary>One plain line for the log; holds column names and counts, never values of rows.</summary>
    void OnLog(string line);
}
