using System.Globalization;

namespace Portal.Compute.Training.Engines.XGBoost;

/// <summary>Parameters of a boosting run, under XGBoost's own names.</summary>
public sealed record XgBoostSettings
{
    /// <summary><c>binary:logistic</c>, <c>multi:softprob</c> or <c>reg:squarederror</c>.</summary>
    public required string Objective { get; init; }

    /// <summary>Metric that early stopping watches; lower is better.</summary>
    public required string Metric { get; init; }

    /// <summary>Classes of a multiclass problem; 0 otherwise.</summary>
    public int Classes { get; init; }

    /// <summary>Prediction before the first tree, in the space of the output (a probability for binary).</summary>
    public float BaseScore { get; init; } = 0.5f;

    /// <summary>Shrinkage per round, above 0 to 1.</summary>
    public double LearningRate { get; init; } = 0.05;

    public int MaxDepth { get; init; } = 5;

    public double MinChildWeight { get; init; } = 1;

    /// <summary>Share of rows per tree.</summary>
    public double RowSample { get; init; } = 0.8;

    /// <summary>Share of features per tree.</summary>
    public double FeatureSample { get; init; } = 0.8;

    /// <summary>L2 penalty on leaf weights.</summary>
    public double Lambda { get; init; } = 1;

    public int MaxBins { get; init; } = 256;

    /// <summary>Rounds at most.</summary>
    public int MaxRounds { get; init; } = 1000;

    /// <summary>Rounds without a better validation figure before training stops; 0 never stops early.</summary>
    public int Patience { get; init; } = 50;

    /// <summary>Threads; the model's bytes do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    public long Seed { get; init; }

    /// <summary>Name and value of every parameter, as the engine is given them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToParameters()
    {
        List<KeyValuePair<string, string>> all =
        [
            new("verbosity", "0"),
            new("booster", "gbtree"),
            new("tree_method", "hist"),
            new("objective", Objective),
            new("eval_metric", Metric),
            new("base_score", BaseScore.ToString("R", CultureInfo.InvariantCulture)),
            new("eta", Text(LearningRate)),
            new("max_depth", Text(MaxDepth)),
            new("min_child_weight", Text(MinChildWeight)),
            new("subsample", Text(RowSample)),
            new("colsample_bytree", Text(FeatureSample)),
            new("lambda", Text(Lambda)),
            new("max_bin", Text(MaxBins)),
            new("nthread", Text(Threads)),
            new("seed", (Seed & int.MaxValue).ToString(CultureInfo.InvariantCulture)),
        ];
        if (Classes > 0)
        {
            all.Add(new("num_class", Text(Classes)));
        }

        return all;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
