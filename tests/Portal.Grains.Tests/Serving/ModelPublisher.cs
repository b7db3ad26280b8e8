using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Compute.Drift;
using Portal.Compute.Inference;
using Portal.Compute.Training;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using ModelSignature = Portal.Grains.Models.ModelSignature;
using ProblemKind = Portal.Grains.Models.ProblemKind;

namespace Portal.Grains.Tests.Serving;

/// <summary>Puts a trained model into a running portal, as a run would.</summary>
internal static class ModelPublisher
{
    /// <summary>Registers a trained model as the next version.</summary>
    public static async Task<int> RegisterAsync(
        IServiceProvider services, Principal principal, ModelId id, TrainedModel trained)
    {
        var cell = services.GetRequiredService<ICells>().Of(principal.Region);
        var graph = await StoreAsync(cell, principal, "models", trained.Onnx);
        var reference = await StoreAsync(
            cell, principal, "references",
            JsonSerializer.SerializeToUtf8Bytes(ReferenceProfile.Create(ServingModels.Table), PortalJson.Options));
        var version = new ModelVersion
        {
            Number = 0,
            Run = RunId.New(TimeProvider.System),
            Dataset = DatasetId.New(TimeProvider.System),
            DatasetVersion = 1,
            DatasetSha256 = new string('0', 64),
            Problem = ProblemKind.Binary,
            Target = trained.Report.Signature.Target,
            Signature = SignatureOf(trained.Report.Signature),
            Metrics = ImmutableSortedDictionary<string, double>.Empty,
            BaselineMetrics = ImmutableSortedDictionary<string, double>.Empty,
            Artifact = graph,
            Reference = reference,
            Report = reference,
            Parameters = ImmutableSortedDictionary<string, string>.Empty,
            Seed = 1,
            Engine = "test",
            RegisteredAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            RegisteredBy = principal.Actor,
        };
        var answer = await services.GetRequiredService<GrainGateway>().CallAsync<IModelGrain, ModelAnswer>(
            new CallContext(principal, Guid.CreateVersion7()), GrainKeys.Model(principal.Tenant, id),
            g => g.RegisterAsync(new RegisterVersion($"m-{id}", version), CancellationToken.None));
        return answer.OrThrow().Version;
    }

    private static async Task<StoredArtifact> StoreAsync(
        ICell cell, Principal principal, string kind, byte[] bytes)
    {
        await using var blob = await cell.Blobs.CreateAsync(principal.Tenant, kind, CancellationToken.None);
        await blob.Stream.WriteAsync(bytes);
        var stored = await blob.CommitAsync(CancellationToken.None);
        return new StoredArtifact(stored.Name, stored.Sha256, stored.Bytes);
    }

    private static ModelSignature SignatureOf(Compute.Inference.ModelSignature signature) => new(
        [
            .. signature.Inputs.Select(i => new SignatureField(
                i.Name, i.Kind is InputKind.Number ? "number" : "category", [.. i.Levels])),
        ],
        [
            .. signature.Outputs.Select(o => new SignatureField(
                o.Name, o.IsText ? "category" : "number", [.. signature.Classes])),
        ]);
}
