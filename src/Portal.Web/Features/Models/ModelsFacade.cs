using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Models;

internal sealed class ModelsFacade(
    ICaller caller, GrainGateway gateway, ModelQueries models, ModelFiles files, PermissionCatalog permissions)
    : IModelsFacade
{
    public async Task<Result<ListPage<ModelView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        await models.ListAsync(await WhoAsync(cancel), query, cancel);

    public async Task<Result<ModelView>> FindAsync(ModelId id, CancellationToken cancel) =>
        await models.FindAsync(await WhoAsync(cancel), id, cancel);

    public async Task<Result<ModelDetail>> DetailAsync(ModelId id, CancellationToken cancel)
    {
        var who = await WhoAsync(cancel);
        var model = await models.FindAsync(who, id, cancel);
        if (!model.Ok)
        {
            return model.Error;
        }

        var versions = await models.VersionsAsync(who, id, cancel);
        return versions.Map(v => new ModelDetail(
            model.Value, v, permissions.Allows(who, ModelsPermissions.Edit)));
    }

    public async Task<Result<IReadOnlyList<ModelVersion>>> VersionsAsync(ModelId id, CancellationToken cancel) =>
        await models.VersionsAsync(await WhoAsync(cancel), id, cancel);

    public async Task<Result<ModelVersion>> VersionAsync(ModelId id, int number, CancellationToken cancel) =>
        await models.VersionAsync(await WhoAsync(cancel), id, number, cancel);

    public async Task<Result<VersionDetail>> VersionDetailAsync(ModelId id, int number, CancellationToken cancel)
    {
        var who = await WhoAsync(cancel);
        var model = await models.FindAsync(who, id, cancel);
        if (!model.Ok)
        {
            return model.Error;
        }

        var version = await models.VersionAsync(who, id, number, cancel);
        var lineage = await models.LineageAsync(who, id, number, cancel);
        if (!version.Ok || !lineage.Ok)
        {
            return version.Error ?? lineage.Error!; // One of the two was refused.
        }

        var report = await files.ReportAsync(who, id, number, cancel);
        return report.Ok || report.Error is NotFound
            ? new VersionDetail(model.Value, version.Value, lineage.Value, report.Value)
            : report.Error;
    }

    public async Task<Result<VersionReport>> ReportAsync(ModelId id, int number, CancellationToken cancel) =>
        await files.ReportAsync(await WhoAsync(cancel), id, number, cancel);

    public async Task<Result<ModelLineage>> LineageAsync(ModelId id, int number, CancellationToken cancel) =>
        await models.LineageAsync(await WhoAsync(cancel), id, number, cancel);

    public async Task<Result<ArtifactDownload>> DownloadAsync(ModelId id, int number, CancellationToken cancel) =>
        await files.DownloadAsync(await caller.BeginAsync(cancel), id, number, cancel);

    public async Task<Result<ModelComparison>> CompareAsync(
        ModelId id, int first, int second, CancellationToken cancel) =>
        await models.CompareAsync(await WhoAsync(cancel), id, first, second, cancel);

    public async Task<Result<ModelAnswer>> EditAsync(ModelId id, EditModel command, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return await gateway.CallAsync<IModelGrain, ModelAnswer>(
            call, GrainKeys.Model(call.Principal.Tenant, id), g => g.EditAsync(command, cancel));
    }

    private async Task<Principal> WhoAsync(CancellationToken cancel) => (await caller.BeginAsync(cancel)).Principal;
}
