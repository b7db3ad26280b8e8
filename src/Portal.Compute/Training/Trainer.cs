using System.Security.Cryptography;
using Portal.Compute.Data;
using Portal.Compute.Inference;
using Portal.Compute.Inference.OnnxRuntime;
using Portal.Compute.Training.Encoding;
using Portal.Compute.Training.Engines.XGBoost;
using Portal.Compute.Training.Graph;
using Portal.Compute.Training.Metrics;

namespace Portal.Compute.Training;

/// <summary>
/// Trains boosted trees on a table and exports them with their preprocessing as one proven ONNX graph.
/// Same table, request and engine version: same bytes.
/// </summary>
public static class Trainer
{
    /// <param name="table">All rows; those without a target are ignored.</param>
    /// <param name="request">What to predict and from what.</param>
    /// <param name="observer">Is told how it goes; may be null.</param>
    /// <param name="cancellationToken">Looked at between rounds.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing is left behind.</exception>
    /// <exception cref="TrainingFailedException">Graph and engine differ, or nothing can be learned.</exception>
    /// <exception cref="Native.NativeLibraryMissingException">An engine is not installed.</exception>
    public static TrainingOutcome Train(
        DataTable table,
        TrainingRequest request,
        ITrainingObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(request);
        observer ??= SilentObserver.Instance;
        observer.OnStage(TrainingStage.Planning);
        var (data, refusals) = Preparation.Prepare(table, request);
        if (data is null)
        {
            return new TrainingOutcome.Refused(refusals);
        }

        observer.OnLog(
            $"Rows: {data.Split.Train.Length} to learn from, {data.Split.Validation.Length} to decide when to stop, "
            + $"{data.Split.HoldOut.Length} held out. Columns: {data.Plan.Columns.Count}.");
        var boosting = new Boosting(data, observer);
        using var result = boosting.Run(cancellationToken);

        observer.OnStage(TrainingStage.Exporting);
        var signature = Signature(data, result.Encoder);
        var onnx = new ModelGraphWriter(result.Encoder, signature).Write(
            XgBoostModel.Parse(result.Model.ToJson()), data.Scale.Mean, data.Scale.Deviation);
        cancellationToken.ThrowIfCancellationRequested();

        observer.OnStage(TrainingStage.Proving);
        var holdOut = data.Split.HoldOut;
        var graph = GraphProver.Predict(onnx, signature, table, holdOut);
        using var matrix = new XgBoostMatrix(result.Encoder.Encode(table, holdOut));
        var proof = GraphProver.Compare(
            graph, boosting.Predictions(result.Model.Predict(matrix)), signature, data.Scale, holdOut.Length);
        observer.OnLog($"The graph equals the engine on {proof.Rows} rows within {proof.MaxDifference:G2}.");
        cancellationToken.ThrowIfCancellationRequested();

        observer.OnStage(TrainingStage.Evaluating);
        return new TrainingOutcome.Trained(new TrainedModel(
            onnx, Report(data, boosting, result, signature, graph, proof, onnx))
        {
            HoldOut = holdOut,
        });
    }

    private static ModelSignature Signature(PreparedData data, FeatureEncoder encoder) => new(
        data.Plan.Problem,
        data.Plan.Target,
        [
            .. encoder.Columns.Select(column => new SignatureInput(
                column.Name,
                column.Kind,
                [.. column.KnownLevels.Take(SignatureInput.LevelsMax)],
                column.KnownLevels.Count <= SignatureInput.LevelsMax)),
        ],
        data.Plan.Classes,
        data.Plan.PositiveClass);

    private static TrainingReport Report(
        PreparedData data,
        Boosting boosting,
        BoostingResult result,
        ModelSignature signature,
        float[] predictions,
        EqualityProof proof,
        byte[] onnx)
    {
        var truth = Array.ConvertAll(data.Split.HoldOut, row => data.Truth[row]);
        var split = data.Split;
        ModelMetrics Measure(float[] of) =>
            ModelEvaluation.Measure(data.Plan.Problem, data.Plan.Classes, of, truth);
        return new TrainingReport
        {
            Signature = signature,
            Metric = data.Plan.Metric,
            HoldOut = Measure(predictions),
            Baselines =
            [
                new BaselineReport(BaselineReport.Prior, Measure(PriorBaseline.Predict(data))),
                new BaselineReport(BaselineReport.SmallTree, Measure(boosting.SmallTree(split.HoldOut))),
            ],
            Importance = Importance(result),
            Curve = result.Curve,
            CurveMetric = result.Settings.Metric,
            BestRound = result.BestRound,
            LeftOut = [.. data.Plan.LeftOut, .. data.Request.NotRead],
            Rows = new RowCounts(
                split.Train.Length, split.Validation.Length, split.HoldOut.Length, data.Truth.Count(float.IsNaN)),
            Proof = proof,
            Engine = "xgboost",
            EngineVersion = XgBoostBooster.Version,
            RuntimeVersion = OnnxSession.RuntimeVersion,
            Seed = data.Request.Seed,
            Parameters = result.Settings.ToParameters(),
            OnnxSha256 = Convert.ToHexStringLower(SHA256.HashData(onnx)),
        };
    }

    private static ColumnImportance[] Importance(BoostingResult result)
    {
        var encoder = result.Encoder;
        var gains = result.Model.TotalGain(encoder.Features.Count);
        var total = gains.Sum();
        var byColumn = new double[encoder.Columns.Count];
        for (var i = 0; i < gains.Length; i++)
        {
            byColumn[encoder.Sources[i]] += total > 0 ? gains[i] / total : 0;
        }

        return
        [
            .. byColumn.Select((share, i) => new ColumnImportance(encoder.Columns[i].Name, share))
                .OrderByDescending(column => column.Share)
                .ThenBy(column => column.Column, StringComparer.Ordinal),
        ];
    }
}
