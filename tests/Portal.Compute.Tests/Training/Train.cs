using Portal.Compute.Data;
using Portal.Compute.Training;

namespace Portal.Compute.Tests.Training;

/// <summary>Trains, and fails the test when the outcome is a refusal.</summary>
internal static class Train
{
    public static TrainedModel Model(DataTable table, string target, long seed = 1, TrainingOptions? options = null) =>
        Trainer.Train(table, new TrainingRequest { Target = target, Seed = seed, Options = options ?? new() })
            .ShouldBeOfType<TrainingOutcome.Trained>().Model;
}
