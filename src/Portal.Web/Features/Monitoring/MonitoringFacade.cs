using Portal.Grains.Keys;
using Portal.Grains.Monitoring;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;

namespace Portal.Web.Features.Monitoring;

internal sealed class MonitoringFacade(IPrincipalAccessor principals, MonitoringQueries queries, TimeProvider clock)
    : IMonitoringFacade
{
    public async Task<Result<IReadOnlyList<MonitoredDeployment>>> ListAsync(CancellationToken cancel) =>
        await queries.ListAsync(await principals.GetAsync(), cancel);

    public async Task<Result<TrafficView>> TrafficAsync(
        DeploymentId id, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancel) =>
        await queries.TrafficAsync(await principals.GetAsync(), id, from, to, cancel);

    public Task<Result<TrafficView>> TrafficAsync(DeploymentId id, TimeSpan back, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return TrafficAsync(id, now - back, now, cancel);
    }

    public async Task<Result<DriftView>> DriftAsync(DeploymentId id, string window, CancellationToken cancel) =>
        await queries.DriftAsync(await principals.GetAsync(), id, window, cancel);
}
