using System.Globalization;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.Events;

namespace Portal.Grains.Models;

/// <summary>Opens what is stored with a version. A graph that leaves the product stands in the log first.</summary>
public sealed class ModelFiles(ICells cells, ModelQueries queries, EventCodec codec, TimeProvider clock)
{
    /// <summary>The training report of a version.</summary>
    public async Task<Result<VersionReport>> ReportAsync(
        Principal principal, ModelId id, int number, CancellationToken cancel)
    {
        var found = await queries.VersionAsync(principal, id, number, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        await using var stored = await OpenAsync(principal, found.Value.Report, cancel);
        return stored is null
            ? ModelErrors.ArtifactGone
            : ReportReader.Show(await ReportReader.ReadAsync(stored, cancel));
    }

    /// <summary>The ONNX graph of a version.</summary>
    public async Task<Result<ArtifactDownload>> DownloadAsync(
        CallContext call, ModelId id, int number, CancellationToken cancel)
    {
        var found = await queries.VersionAsync(call.Principal, id, number, cancel);
        if (!found.Ok)
        {
            return found.Error;
        }

        var stored = await OpenAsync(call.Principal, found.Value.Artifact, cancel);
        if (stored is null)
        {
            return ModelErrors.ArtifactGone;
        }

        try
        {
            if (await RecordAsync(call, id, found.Value, cancel) is { } refused)
            {
                return refused;
            }

            var opened = new ArtifactDownload(stored, $"{id}-v{number}.onnx", found.Value);
            stored = null;
            return opened;
        }
        finally
        {
            if (stored is not null)
            {
                await stored.DisposeAsync();
            }
        }
    }

    private Task<Stream?> OpenAsync(Principal principal, StoredArtifact file, CancellationToken cancel) =>
        cells.Of(principal.Region).Blobs.OpenAsync(principal.Tenant, file.Name, cancel);

    private async Task<Error?> RecordAsync(
        CallContext call, ModelId id, ModelVersion version, CancellationToken cancel)
    {
        var principal = call.Principal;
        var store = cells.Of(principal.Region).Events;
        var key = GrainKeys.Access(principal.Tenant, principal.Actor);
        var happened = new ModelArtifactDownloaded(id.ToString(), version.Number, version.Artifact.Bytes);
        var row = codec.Encode(key, happened, PublicId.New(clock)) with
        {
            ObjectType = "model",
            ObjectId = id.ToString(),
            ObjectVersion = version.Number.ToString(CultureInfo.InvariantCulture),
            ObjectHash = version.Artifact.Sha256,
            Classification = "confidential",
        };
        for (var attempt = 0; attempt < GrainRuntime.AttemptsMax; attempt++)
        {
            var head = await store.HeadAsync(principal.Tenant, key.ToString(), cancel);
            var outcome = await store.AppendAsync(
                new(principal, key.ToString(), head, [row])
                {
                    CorrelationId = call.CorrelationId,
                    CausationId = call.CausationId,
                },
                cancel);
            if (outcome.Status is AppendStatus.Committed)
            {
                return null;
            }
        }

        return new Unavailable(
            "access-not-recorded", "The access could not be recorded, so it was not granted. Please try again.");
    }
}
