using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Grains.Workers;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Training.Execution;

/// <summary>Trains in a process of its own.</summary>
internal sealed class TrainingWorker(IOptions<WorkerOptions> options, TimeProvider clock) : ITrainingWorker
{
    /// <inheritdoc />
    public async Task<WorkerAnswer> RunAsync(
        TrainingJob job, Stream csv, IProgress<WorkerProgress> progress, CancellationToken cancel)
    {
        await using var worker = WorkerProcess.Start("train", options.Value, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = SendAsync(worker.Input, job, csv, ending.Token);
        try
        {
            return await ReceiveAsync(worker, progress, cancel) ?? throw await worker.DeathAsync();
        }
        catch (InvalidDataException)
        {
            throw await worker.DeathAsync();
        }
        finally
        {
            await ending.CancelAsync();
            await worker.DisposeAsync();
            await sending;
        }
    }

    private static async Task SendAsync(Stream to, TrainingJob job, Stream csv, CancellationToken cancel)
    {
        try
        {
            Frame.Write(to, 'j', JsonSerializer.SerializeToUtf8Bytes(job, PortalJson.Options));
            await csv.CopyToAsync(to, cancel);
            await to.FlushAsync(cancel);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The worker is gone; what it said last tells why.
        }
    }

    private static async Task<WorkerAnswer?> ReceiveAsync(
        WorkerProcess worker, IProgress<WorkerProgress> progress, CancellationToken cancel)
    {
        byte[]? onnx = null;
        byte[]? report = null;
        while (await Frame.ReadAsync(worker.Output, cancel) is { } frame)
        {
            switch (frame.Kind)
            {
                case WorkerWriter.Progress:
                    progress.Report(JsonSerializer.Deserialize<WorkerProgress>(frame.Payload, PortalJson.Options)!);
                    break;
                case WorkerWriter.Refusal:
                    return new(null, JsonSerializer.Deserialize<WorkerRefusal>(frame.Payload, PortalJson.Options)!);
                case WorkerWriter.Onnx:
                    onnx = frame.Payload;
                    break;
                case WorkerWriter.Report:
                    report = frame.Payload;
                    break;
                case WorkerWriter.Reference when onnx is not null && report is not null:
                    return new(new TrainedFiles(onnx, report, frame.Payload), null);
                default:
                    throw new InvalidDataException("A worker's message is unknown.");
            }
        }

        return null;
    }
}
