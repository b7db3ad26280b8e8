using Portal.Grains.Keys;
using Portal.Grains.Monitoring;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Monitoring;

/// <summary>What the pages and endpoints of this feature ask for; a test hands them a fake.</summary>
public interface IMonitoringFacade
{
    /// <summary>Deployments with their last day.</summary>
    Task<Result<IReadOnlyList<MonitoredDeployment>>> ListAsync(CancellationToken cancel);

    /// <summary>The traffic of one; the last hour when no time is named.</summary>
    Task<Result<TrafficView>> TrafficAsync(
        DeploymentId id, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancel);

    /// <summary>The traffic of the time up to now.</summary>
    Task<Result<TrafficView>> TrafficAsync(DeploymentId id, TimeSpan back, CancellationToken cancel);

    /// <summary>Drift of one.</summary>
    Task<Result<DriftView>> DriftAsync(DeploymentId id, string window, CancellationToken cancel);
}
