using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Portal.Compute.Inference;
using Portal.Compute.Inference.OnnxRuntime;
using Portal.Grains.Models;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Serving.Routing;

/// <summary>
/// Brings a model into memory: reads its graph, compares the hash, makes a session, lets it answer once.
/// </summary>
internal sealed class ModelLoader(ILogger<ModelLoader> logger)
{
    private const int GraphBytesMax = 512 << 20;

    public async Task<LoadOutcome> LoadAsync(ICell cell, ModelKey key, CancellationToken cancel)
    {
        try
        {
            var outcome = await TryAsync(cell, key, cancel);
            if (outcome is LoadOutcome.Failed failed)
            {
                ServingLog.LoadFailed(logger, null, key.Model.ToString(), key.Version, failed.Code);
            }
            else
            {
                ServingLog.Loaded(logger, key.Model.ToString(), key.Version);
            }

            return outcome;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            ServingLog.LoadFailed(logger, e, key.Model.ToString(), key.Version, e.GetType().Name);
            return e is OnnxRuntimeException or ArgumentException
                ? new LoadOutcome.Failed("artifact-invalid", "The model's graph can't be run.", Lasting: true)
                : e is InvalidDataException or CryptographicException
                    ? Mismatch()
                    : new LoadOutcome.Failed("load-failed", "The model could not be loaded on a node.", Lasting: false);
        }
    }

    private static async Task<LoadOutcome> TryAsync(ICell cell, ModelKey key, CancellationToken cancel)
    {
        if (await RouteReads.VersionAsync(cell, key, cancel) is not { } version)
        {
            return new LoadOutcome.Failed("model-version-not-found", "The model's version is gone.", Lasting: true);
        }

        await using var stream = await cell.Blobs.OpenAsync(key.Tenant, key.Artifact, cancel);
        if (stream is null)
        {
            return new LoadOutcome.Failed("artifact-missing", "The model's graph is gone.", Lasting: true);
        }

        if (version.Artifact.Bytes > GraphBytesMax)
        {
            return new LoadOutcome.Failed(
                "artifact-too-large", "The model's graph is too large to serve.", Lasting: true);
        }

        var graph = new MemoryStream((int)version.Artifact.Bytes);
        await stream.CopyToAsync(graph, cancel);
        var bytes = graph.GetBuffer().AsMemory(0, (int)graph.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        return hash == key.Sha256 && hash == version.Artifact.Sha256
            ? new LoadOutcome.Loaded(Start(key, version, bytes.Span))
            : Mismatch();
    }

    private static LoadedModel Start(ModelKey key, ModelVersion version, ReadOnlySpan<byte> graph)
    {
        var runner = new ModelRunner(graph, SignatureMapping.ToCompute(version));
        try
        {
            runner.Run(new InferenceBatch(
                1,
                [
                    .. runner.Signature.Inputs.Select(i => i.Kind is InputKind.Number
                        ? (InferenceColumn)new InferenceColumn.Numbers([float.NaN])
                        : new InferenceColumn.Texts([string.Empty])),
                ]));
            return new LoadedModel(key, version, runner, graph.Length);
        }
        catch
        {
            runner.Dispose();
            throw;
        }
    }

    private static LoadOutcome.Failed Mismatch() => new(
        "artifact-hash-mismatch",
        "The stored graph is not the one that was registered. It is not served.", Lasting: true);
}
