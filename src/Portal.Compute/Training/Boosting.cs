using Portal.Compute.Inference;
using Portal.Compute.Training.Encoding;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training;

/// <summary>
/// Grows the trees: the validation rows say how many rounds, then the model is grown on all but the hold-out rows.
/// </summary>
internal sealed class Boosting(PreparedData data, ITrainingObserver observer)
{
    public BoostingResult Run(CancellationToken cancellationToken)
    {
        var (table, split, labels) = (data.Table, data.Split, data.EngineLabels);
        var settings = EngineDefaults.For(
            data.Plan.Problem, data.Plan.Classes.Count, split.Train.Length, data.Request.Seed, data.Request.Options)
            with
        { BaseScore = BaseScore(split.Train) };

        observer.OnStage(TrainingStage.Encoding);
        var encoder = Learn(split.Train);
        observer.OnStage(TrainingStage.Boosting);
        using var train = Learned(encoder, split.Train);
        using var validation = new XgBoostMatrix(encoder.Encode(table, split.Validation), Of(labels, split.Validation));
        using var counted = XgBoostRun.Fit(
            settings, train, validation, round => observer.OnRound(round, settings.MaxRounds), cancellationToken);
        observer.OnLog($"Best round {counted.BestRound} of {counted.Curve.Count}.");

        observer.OnStage(TrainingStage.Refitting);
        var all = split.Development;
        var finalSettings = settings with
        {
            BaseScore = BaseScore(all),
            MaxRounds = counted.BestRound,
            Patience = 0,
        };
        var finalEncoder = Learn(all);
        using var development = Learned(finalEncoder, all);
        var final = XgBoostRun.Fit(
            finalSettings, development, null, round => observer.OnRound(round, finalSettings.MaxRounds),
            cancellationToken);
        return new BoostingResult(finalEncoder, final.Model, finalSettings, counted.BestRound, counted.Curve);
    }

    /// <summary>One tree of two levels on the training rows: the model to beat.</summary>
    public float[] SmallTree(int[] rows)
    {
        var all = data.Split.Development;
        var encoder = Learn(all);
        var settings = EngineDefaults.For(
            data.Plan.Problem, data.Plan.Classes.Count, all.Length, data.Request.Seed, data.Request.Options)
            with
        {
            BaseScore = BaseScore(all),
            LearningRate = 1,
            MaxDepth = 2,
            RowSample = 1,
            FeatureSample = 1,
            MaxRounds = 1,
            Patience = 0,
        };
        using var train = Learned(encoder, all);
        using var fit = XgBoostRun.Fit(settings, train, null, null, CancellationToken.None);
        using var matrix = new XgBoostMatrix(encoder.Encode(data.Table, rows));
        return Predictions(fit.Model.Predict(matrix));
    }

    /// <summary>Engine output in the form of the graph's: all classes, or the target's own unit.</summary>
    public float[] Predictions(float[] engine) => data.Plan.Problem switch
    {
        ProblemKind.Binary => [.. engine.SelectMany(p => (float[])[1f - p, p])],
        ProblemKind.Multiclass => engine,
        ProblemKind.Regression => Array.ConvertAll(engine, data.Scale.FromEngine),
    };

    private static float[] Of(float[] labels, int[] rows) => Array.ConvertAll(rows, row => labels[row]);

    private FeatureEncoder Learn(int[] rows) =>
        FeatureEncoder.Learn(data.Table, rows, data.EngineLabels, data.Plan, data.Request.Options);

    private XgBoostMatrix Learned(FeatureEncoder encoder, int[] rows) => new(
        encoder.EncodeLearned(data.Table, rows, data.EngineLabels, data.Request.Seed), Of(data.EngineLabels, rows));

    private float BaseScore(int[] rows) => data.Plan.Problem switch
    {
        ProblemKind.Binary => (float)rows.Average(row => (double)data.EngineLabels[row]),
        ProblemKind.Multiclass => 0.5f,
        ProblemKind.Regression => (float)rows.Average(row => (double)data.EngineLabels[row]),
    };
}
