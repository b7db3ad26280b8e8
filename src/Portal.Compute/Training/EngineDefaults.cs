using Portal.Compute.Inference;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training;

/// <summary>The product's choice of parameters; depends on the size of the data alone, never on the file.</summary>
internal static class EngineDefaults
{
    private const int LargeRows = 10_000;

    public static XgBoostSettings For(
        ProblemKind problem, int classes, int trainRows, long seed, TrainingOptions options)
    {
        var large = trainRows >= LargeRows;
        return new XgBoostSettings
        {
            Objective = problem switch
            {
                ProblemKind.Binary => "binary:logistic",
                ProblemKind.Multiclass => "multi:softprob",
                ProblemKind.Regression => "reg:squarederror",
            },
            Metric = problem switch
            {
                ProblemKind.Binary => "logloss",
                ProblemKind.Multiclass => "mlogloss",
                ProblemKind.Regression => "rmse",
            },
            Classes = problem is ProblemKind.Multiclass ? classes : 0,
            LearningRate = large ? 0.08 : 0.05,
            MaxDepth = large ? 6 : 4,
            MinChildWeight = large ? 2 : 3,
            RowSample = 0.8,
            FeatureSample = large ? 0.8 : 0.5,
            Lambda = 1,
            MaxRounds = options.RoundsMax,
            Patience = options.Patience,
            Threads = options.Threads ?? (large ? 2 : 1),
            Seed = seed,
        };
    }
}
