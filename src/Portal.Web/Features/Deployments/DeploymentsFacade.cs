using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;

namespace Portal.Web.Features.Deployments;

internal sealed class DeploymentsFacade(
    ICaller caller, GrainGateway gateway, DeploymentQueries deployments, ModelQueries models, TimeProvider clock)
    : IDeploymentsFacade
{
    private const int ModelsShown = 200;

    public async Task<Result<ListPage<DeploymentView>>> ListAsync(ListQuery query, CancellationToken cancel) =>
        await deployments.ListAsync((await caller.BeginAsync(cancel)).Principal, query, cancel);

    public async Task<Result<DeploymentDetail>> FindAsync(DeploymentId id, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var found = await deployments.FindAsync(principal, id, cancel);
        var revisions = await deployments.RevisionsAsync(principal, id, cancel);
        if (!found.Ok || !revisions.Ok)
        {
            return found.Error ?? revisions.Error!;
        }

        var names = new Dictionary<ModelId, string>();
        foreach (var model in revisions.Value.SelectMany(r => r.Targets).Select(t => t.Model).Distinct())
        {
            var view = await models.FindAsync(principal, model, cancel);
            names[model] = view.Ok ? view.Value.Name : model.ToString();
        }

        return new DeploymentDetail(found.Value, revisions.Value, names);
    }

    public Task<Result<DeploymentAnswer>> CreateAsync(CreateDeployment command, CancellationToken cancel) =>
        CallAsync(DeploymentId.New(clock), g => g.CreateAsync(command, cancel), cancel);

    public Task<Result<DeploymentAnswer>> DeployAsync(
        DeploymentId id, DeployVersion command, CancellationToken cancel) =>
        CallAsync(id, g => g.DeployAsync(command, cancel), cancel);

    public Task<Result<DeploymentAnswer>> RollBackAsync(DeploymentId id, RollBack command, CancellationToken cancel) =>
        CallAsync(id, g => g.RollBackAsync(command, cancel), cancel);

    public Task<Result<DeploymentAnswer>> StopAsync(
        DeploymentId id, StopDeployment command, CancellationToken cancel) =>
        CallAsync(id, g => g.StopAsync(command, cancel), cancel);

    public async Task<Result<ListPage<ModelView>>> ModelsAsync(CancellationToken cancel) =>
        await models.ListAsync((await caller.BeginAsync(cancel)).Principal, new(ModelsShown), cancel);

    private async Task<Result<DeploymentAnswer>> CallAsync(
        DeploymentId id, Func<IDeploymentGrain, Task<Result<DeploymentAnswer>>> method, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return await gateway.CallAsync(call, GrainKeys.Deployment(call.Principal.Tenant, id), method);
    }
}
