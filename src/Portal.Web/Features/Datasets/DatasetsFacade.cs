using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Grains.Training;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Datasets;

/// <inheritdoc />
internal sealed class DatasetsFacade(
    ICaller caller,
    IPrincipalAccessor principals,
    PermissionCatalog permissions,
    GrainGateway gateway,
    DatasetQueries queries,
    DatasetRows rows,
    DatasetRetyping retyping,
    UploadBoard board,
    TimeProvider clock) : IDatasetsFacade
{
    public async Task<Result<ListPage<DatasetSummary>>> ListAsync(
        DatasetListRequest request, CancellationToken cancel) =>
        await queries.ListAsync(await principals.GetAsync(), request, cancel);

    public async Task<Result<DatasetPageData>> GetAsync(string id, int? number, CancellationToken cancel)
    {
        var principal = await principals.GetAsync();
        var known = DatasetId.TryParse(id, out var parsed) ? parsed : default;
        var summary = await queries.GetAsync(principal, known, cancel);
        if (!summary.Ok)
        {
            return summary.Error;
        }

        var versions = await queries.VersionsAsync(principal, known, cancel);
        var shown = await queries.VersionAsync(principal, known, number ?? summary.Value.Latest, cancel);
        return !versions.Ok ? versions.Error
            : !shown.Ok ? shown.Error
            : new DatasetPageData(
                summary.Value,
                versions.Value,
                shown.Value,
                permissions.Allows(principal, DatasetsPermissions.Create),
                permissions.Allows(principal, DatasetsPermissions.Delete),
                permissions.Allows(principal, TrainingPermissions.Start));
    }

    public async Task<Result<DatasetPreview>> PreviewAsync(DatasetId id, int number, CancellationToken cancel) =>
        await rows.PreviewAsync(await caller.BeginAsync(cancel), id, number, cancel);

    public async Task<Result<DatasetAdded>> RetypeAsync(
        DatasetId id, int number, RetypeSettings settings, CancellationToken cancel) =>
        await retyping.RetypeAsync(await caller.BeginAsync(cancel), id, number, settings, cancel);

    public async Task<Result<Unit>> RenameAsync(DatasetId id, string name, CancellationToken cancel) =>
        await CallAsync(await caller.BeginAsync(cancel), id, g => g.RenameAsync(name, cancel));

    public async Task<Result<Unit>> DeleteAsync(DatasetId id, CancellationToken cancel) =>
        await CallAsync(await caller.BeginAsync(cancel), id, g => g.DeleteAsync(cancel));

    public async Task<UploadProgress?> FindUploadAsync(string uploadId, CancellationToken cancel) =>
        board.Find((await principals.GetAsync()).Tenant, uploadId);

    public string NewUploadId() => PublicId.New(clock).ToString("N");

    private Task<Result<Unit>> CallAsync(
        CallContext call, DatasetId id, Func<IDatasetGrain, Task<Result<Unit>>> method) =>
        gateway.CallAsync(call, GrainKeys.Dataset(call.Principal.Tenant, id), method);
}
