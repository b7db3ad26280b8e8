using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>
/// Takes files in. A file is read while it arrives and lies uncommitted until it was understood; a refusal, a lost
/// connection or a killed process leaves nothing. An answer means that bytes and version are durable.
/// </summary>
public sealed class DatasetIngest
{
    private readonly GrainGateway _gateway;
    private readonly ICells _cells;
    private readonly PermissionGate _gate;
    private readonly DatasetQueries _queries;
    private readonly UploadBoard _board;
    private readonly DatasetBlobs _blobs;
    private readonly CsvIntake _intake;
    private readonly DatasetOptions _options;
    private readonly TimeProvider _clock;
    private readonly IngestSlots _slots;

    internal DatasetIngest(
        GrainGateway gateway,
        ICells cells,
        PermissionGate gate,
        DatasetQueries queries,
        UploadBoard board,
        DatasetBlobs blobs,
        CsvIntake intake,
        IngestSlots slots,
        IOptions<DatasetOptions> options,
        TimeProvider clock)
    {
        (_gateway, _cells, _gate, _queries) = (gateway, cells, gate, queries);
        (_board, _blobs, _intake, _options, _clock) = (board, blobs, intake, options.Value, clock);
        _slots = slots;
    }

    /// <summary>A new dataset of a file. The same idempotency key gets the first answer again.</summary>
    public async Task<Result<DatasetAdded>> CreateAsync(
        CallContext call, string name, UploadSettings settings, Stream body, CancellationToken cancel)
    {
        if (await DeniedAsync(call, "-", cancel) is { } denied)
        {
            return denied;
        }

        if (DatasetDecider.NameOf(name) is not { } kept)
        {
            return DatasetErrors.NameInvalid;
        }

        var earlier = await FindEarlierAsync(call, cancel);
        if (earlier is null && await _queries.IsNameTakenAsync(call.Principal, kept, cancel))
        {
            return DatasetErrors.NameTaken;
        }

        var id = earlier ?? DatasetId.New(_clock);
        return await TakeInAsync(
            call, id, settings, body, isFresh: earlier is null,
            (grain, content) => grain.CreateAsync(new(kept, content), CancellationToken.None), cancel);
    }

    /// <summary>
    /// Another file of a dataset; the version that is there when bytes, types and subject key are the same.
    /// </summary>
    public async Task<Result<DatasetAdded>> AddVersionAsync(
        CallContext call, DatasetId id, UploadSettings settings, Stream body, CancellationToken cancel)
    {
        if (await DeniedAsync(call, id.ToString(), cancel) is { } denied)
        {
            return denied;
        }

        return await _queries.ExistsAsync(call.Principal, id, cancel)
            ? await TakeInAsync(
                call, id, settings, body, isFresh: false,
                (grain, content) => grain.AddVersionAsync(content, CancellationToken.None), cancel)
            : DatasetErrors.NotFound;
    }

    private async Task<Result<DatasetAdded>> TakeInAsync(
        CallContext call,
        DatasetId id,
        UploadSettings settings,
        Stream body,
        bool isFresh,
        Func<IDatasetGrain, IngestedContent, Task<Result<DatasetAdded>>> command,
        CancellationToken cancel)
    {
        if (settings.Length > _options.BytesMax)
        {
            return DatasetErrors.TooLarge(_options.BytesMax);
        }

        using var slot = await _slots.TryEnterAsync(cancel);
        if (slot is null)
        {
            return DatasetErrors.Busy;
        }

        var tracker = new UploadTracker(_board, call.Principal.Tenant, settings);
        try
        {
            tracker.Enter(UploadStage.Receiving);
            var content = await StoreAsync(call, id, settings, body, tracker, cancel);
            var result = content.Ok
                ? await CallAsync(call, id, g => command(g, content.Value))
                : content.Error;
            if (!result.Ok && isFresh)
            {
                // Nobody else knows this id, so nothing else can be lost with what lies there.
                await _blobs.SweepAsync(
                    _cells.Of(call.Principal.Region), call.Principal.Tenant, id, TimeSpan.Zero, CancellationToken.None);
            }

            tracker.End(result);
            return result;
        }
        catch
        {
            tracker.End(new Unavailable("upload-broken", "The upload broke off; nothing of it was kept."));
            throw;
        }
    }

    private async Task<Result<IngestedContent>> StoreAsync(
        CallContext call,
        DatasetId id,
        UploadSettings settings,
        Stream body,
        UploadTracker tracker,
        CancellationToken cancel)
    {
        var (cell, tenant) = (_cells.Of(call.Principal.Region), call.Principal.Tenant);
        await using var writer = await cell.Blobs.CreateAsync(tenant, DatasetContent.BlobKindOf(id), cancel);
        var received = await _intake.ReceiveAsync(body, writer, settings, tracker, cancel);
        if (!received.Ok)
        {
            return received.Error;
        }

        tracker.Enter(UploadStage.Reading);
        var expected = await CallAsync(
            call with { CommandId = null, IfVersion = null }, id, g => g.ExpectBlobAsync(cancel));
        if (!expected.Ok)
        {
            return expected.Error;
        }

        var blob = await writer.CommitAsync(cancel);
        var profile = await _intake.RefineAsync(
            received.Value, c => OpenAsync(cell, tenant, blob.Name, c), tracker, cancel);
        tracker.Enter(UploadStage.Saving);
        return CsvIntake.ContentOf(blob, profile.ToDatasetProfile(), settings.SubjectKey);
    }

    private static async ValueTask<Stream> OpenAsync(
        ICell cell, TenantId tenant, string blob, CancellationToken cancel) =>
        await cell.Blobs.OpenAsync(tenant, blob, cancel) ?? throw new BlobGoneException();

    private Task<Error?> DeniedAsync(CallContext call, string id, CancellationToken cancel) =>
        _gate.CheckAsync(call.Principal, DatasetsPermissions.Create, "dataset", id, cancel);

    /// <summary>The dataset that this idempotency key made before: the grain then compares the requests.</summary>
    private async Task<DatasetId?> FindEarlierAsync(CallContext call, CancellationToken cancel)
    {
        var principal = call.Principal;
        if (call.CommandId is not { } command || await _cells.Of(principal.Region).Events.FindCommandAsync(
                principal.Tenant, principal.Actor, command, cancel) is not { } first)
        {
            return null;
        }

        try
        {
            using var answer = JsonDocument.Parse(first.Response);
            return answer.RootElement.ValueKind is JsonValueKind.Object
                && answer.RootElement.TryGetProperty("dataset", out var text)
                && DatasetId.TryParse(text.GetString(), out var id)
                    ? id
                    : null;
        }
        catch (JsonException)
        {
            return null; // Another kind of command had this key; the grain says so.
        }
    }

    private Task<Result<T>> CallAsync<T>(CallContext call, DatasetId id, Func<IDatasetGrain, Task<Result<T>>> method) =>
        _gateway.CallAsync(call, GrainKeys.Dataset(call.Principal.Tenant, id), method);
}
