using System.Text.Json;
using Portal.Compute.Data;
using Portal.Compute.Native;
using Portal.Compute.Training;
using Portal.Compute.Training.Planning;
using Portal.Grains.Datasets;
using Portal.Grains.Workers;
using Portal.Tenancy.Primitives;
using ComputeKind = Portal.Compute.Inference.ProblemKind;

namespace Portal.Grains.Training.Execution;

/// <summary>A training as it runs in the worker's process.</summary>
internal static class TrainingWorkerMain
{
    /// <param name="input">The job's frame, then the CSV.</param>
    /// <param name="output">Frames of progress, then of the answer.</param>
    /// <param name="watch">Is given the input once the CSV was read: its end is the worker's end.</param>
    public static async Task RunAsync(Stream input, Stream output, Action<Stream> watch)
    {
        var frame = await Frame.ReadAsync(input, CancellationToken.None)
            ?? throw new InvalidDataException("There is no job.");
        var job = JsonSerializer.Deserialize<TrainingJob>(frame.Payload, PortalJson.Options)!;
        var writer = new WorkerWriter(output);
        try
        {
            var read = await CsvTableReader.ReadAsync(
                new BoundedStream(input, job.Bytes),
                new TableSchema(
                    [.. job.Columns.Select(c => new ColumnSchema(c.Name, ColumnTypeName.Parse(c.Type), c.DateFormat))],
                    job.Delimiter),
                job.Read,
                TableReadOptions.Default);
            watch(input);
            Answer(read, job, writer);
        }
        catch (TrainingFailedException e)
        {
            writer.Refuse(e.Code, e.Message);
        }
        catch (OutOfMemoryException)
        {
            writer.Refuse(
                "training-out-of-memory",
                "The training needs more memory than it may use. Try fewer columns or a smaller file.");
        }
        catch (NativeLibraryMissingException e)
        {
            writer.Refuse("training-engine-missing", $"The training engine {e.Library} is not installed. {e.Fix}");
        }
    }

    private static void Answer(TableReadOutcome read, TrainingJob job, WorkerWriter writer)
    {
        if (read is TableReadOutcome.Refused(var errors))
        {
            writer.Refuse(errors[0].Code, errors[0].Message);
            return;
        }

        var table = ((TableReadOutcome.Read)read).Table;
        var outcome = Trainer.Train(
            table,
            new TrainingRequest
            {
                Target = job.Target,
                Columns = job.Chosen is { IsDefault: false } chosen ? chosen : null,
                SubjectKey = job.SubjectKey,
                Problem = (ComputeKind)job.Problem,
                Seed = job.Seed,
                NotRead = [.. job.NotRead.Select(c => new LeftOutColumn(c.Name, c.Reason))],
            },
            writer);
        if (outcome is TrainingOutcome.Refused(var refusals))
        {
            writer.Refuse(refusals[0].Code, refusals[0].Message);
            return;
        }

        var model = ((TrainingOutcome.Trained)outcome).Model;
        writer.Answer(new TrainedFiles(
            model.Onnx,
            JsonSerializer.SerializeToUtf8Bytes(model.Report, PortalJson.Options),
            JsonSerializer.SerializeToUtf8Bytes(ReferenceBuilder.Build(table, model), PortalJson.Options)));
    }
}
