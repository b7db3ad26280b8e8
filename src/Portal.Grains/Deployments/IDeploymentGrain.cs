using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Deployments;

/// <summary>An endpoint: it is made once and sends its traffic to one revision after another.</summary>
public interface IDeploymentGrain : IGrainWithStringKey
{
    /// <summary>Makes the endpoint.</summary>
    [Requires(DeploymentsPermissions.Create)]
    Task<Result<DeploymentAnswer>> CreateAsync(CreateDeployment command, CancellationToken cancel);

    /// <summary>Proposes a revision with this version; it answers once every serving node has loaded it.</summary>
    [Requires(DeploymentsPermissions.Deploy)]
    Task<Result<DeploymentAnswer>> DeployAsync(DeployVersion command, CancellationToken cancel);

    /// <summary>Proposes a revision with what answered before.</summary>
    [Requires(DeploymentsPermissions.Rollback)]
    Task<Result<DeploymentAnswer>> RollBackAsync(RollBack command, CancellationToken cancel);

    /// <summary>Routes or fails a revision that was being loaded. The product itself calls this.</summary>
    [Requires(DeploymentsPermissions.Conclude)]
    Task<Result<DeploymentAnswer>> ConcludeAsync(ConcludeRevision command, CancellationToken cancel);

    /// <summary>Takes the endpoint away.</summary>
    [Requires(DeploymentsPermissions.Stop)]
    Task<Result<DeploymentAnswer>> StopAsync(StopDeployment command, CancellationToken cancel);
}
