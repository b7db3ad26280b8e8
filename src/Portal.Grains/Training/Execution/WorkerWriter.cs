using System.Text.Json;
using Portal.Compute.Training;
using Portal.Compute.Training.Engines.XGBoost;
using Portal.Grains.Workers;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Training.Execution;

/// <summary>What a worker says, as frames.</summary>
internal sealed class WorkerWriter(Stream output) : ITrainingObserver
{
    public const char Progress = 'p';
    public const char Onnx = 'm';
    public const char Report = 'r';
    public const char Reference = 'd';
    public const char Refusal = 'x';

    /// <inheritdoc />
    public void OnStage(TrainingStage stage) => OnLog(stage switch
    {
        TrainingStage.Planning => "Looking at the columns.",
        TrainingStage.Encoding => "Preparing the columns.",
        TrainingStage.Boosting => "Growing trees until the validation rows gain nothing more.",
        TrainingStage.Refitting => "Growing the trees anew on all rows that are not held out.",
        TrainingStage.Exporting => "Writing the model as an ONNX graph.",
        TrainingStage.Proving => "Comparing the graph with the engine on every held-out row.",
        TrainingStage.Evaluating => "Measuring on the held-out rows.",
        _ => stage.ToString(),
    });

    /// <inheritdoc />
    public void OnRound(BoostingRound round, int roundsMax) =>
        Write(Progress, new WorkerProgress(round.Round, roundsMax, round.Train, round.Validation));

    /// <inheritdoc />
    public void OnLog(string line) => Write(Progress, new WorkerProgress(Line: line));

    public void Refuse(string code, string message) => Write(Refusal, new WorkerRefusal(code, message));

    public void Answer(TrainedFiles files)
    {
        Frame.Write(output, Onnx, files.Onnx);
        Frame.Write(output, Report, files.Report);
        Frame.Write(output, Reference, files.Reference);
    }

    private void Write<T>(char kind, T said) =>
        Frame.Write(output, kind, JsonSerializer.SerializeToUtf8Bytes(said, PortalJson.Options));
}
