using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Training.Planning;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Training.Execution;

/// <summary>Stores a version's files and registers it: once per run, however often it is asked.</summary>
internal sealed class ModelStore(GrainGateway gateway)
{
    /// <summary>The folder of models' files.</summary>
    public const string BlobKind = "models";

    /// <summary>Equal bytes get the same name, so that storing again changes nothing.</summary>
    public static async Task<StoredFiles> StoreAsync(
        ICell cell, TenantId tenant, TrainedFiles files, CancellationToken cancel) => new(
        await StoreAsync(cell, tenant, files.Onnx, cancel),
        await StoreAsync(cell, tenant, files.Report, cancel),
        await StoreAsync(cell, tenant, files.Reference, cancel));

    /// <summary>Registers the version at the model that the request names, or that has the name by now.</summary>
    public async Task<Result<ModelAnswer>> RegisterAsync(
        ICell cell, CallContext call, RunId run, RunRequest request, ModelVersion version, CancellationToken cancel)
    {
        var tenant = call.Principal.Tenant;
        if (await ModelTarget.MadeByAsync(cell, tenant, run, cancel) is { } made)
        {
            return new ModelAnswer(made.Model, made.Version);
        }

        // A new model has the number of its first run: whoever registers it again means the same one.
        var answer = await RegisterAtAsync(
            call, request.Model ?? await NamedAsync() ?? new ModelId(run.Value), request, version, cancel);
        return answer is { Ok: false, Error.Code: var code } && code == ModelErrors.NameTaken.Code
            && await NamedAsync() is { } taken
                ? await RegisterAtAsync(call, taken, request, version, cancel)
                : answer;

        async Task<ModelId?> NamedAsync() => (await ModelTarget.FindAsync(cell, tenant, request, cancel))?.Id;
    }

    private static async Task<StoredArtifact> StoreAsync(
        ICell cell, TenantId tenant, byte[] bytes, CancellationToken cancel)
    {
        await using var writer = await cell.Blobs.CreateAsync(tenant, BlobKind, cancel);
        await writer.Stream.WriteAsync(bytes, cancel);
        var stored = await writer.CommitAsync(cancel);
        return new(stored.Name, stored.Sha256, stored.Bytes);
    }

    private Task<Result<ModelAnswer>> RegisterAtAsync(
        CallContext call, ModelId id, RunRequest request, ModelVersion version, CancellationToken cancel) =>
        gateway.CallAsync<IModelGrain, ModelAnswer>(
            call,
            GrainKeys.Model(call.Principal.Tenant, id),
            grain => grain.RegisterAsync(new RegisterVersion(request.ModelName, version), cancel));
}
