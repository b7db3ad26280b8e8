using Portal.Grains.Deployments;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Deployments;

/// <summary>What pages and endpoints of this feature ask for.</summary>
public interface IDeploymentsFacade
{
    /// <summary>Deployments, newest first.</summary>
    Task<Result<ListPage<DeploymentView>>> ListAsync(ListQuery query, CancellationToken cancel);

    /// <summary>One deployment with all its revisions.</summary>
    Task<Result<DeploymentDetail>> FindAsync(DeploymentId id, CancellationToken cancel);

    /// <summary>Makes an endpoint.</summary>
    Task<Result<DeploymentAnswer>> CreateAsync(CreateDeployment command, CancellationToken cancel);

    /// <summary>Sends a version to it.</summary>
    Task<Result<DeploymentAnswer>> DeployAsync(DeploymentId id, DeployVersion command, CancellationToken cancel);

    /// <summary>Goes back to what answered before.</summary>
    Task<Result<DeploymentAnswer>> RollBackAsync(DeploymentId id, RollBack command, CancellationToken cancel);

    /// <summary>Takes it away.</summary>
    Task<Result<DeploymentAnswer>> StopAsync(DeploymentId id, StopDeployment command, CancellationToken cancel);

    /// <summary>The models that could be deployed, newest first.</summary>
    Task<Result<ListPage<ModelView>>> ModelsAsync(CancellationToken cancel);
}

/// <summary>A deployment with its revisions, newest first, and the names of the models in them.</summary>
public sealed record DeploymentDetail(
    DeploymentView Deployment, IReadOnlyList<RevisionView> Revisions, IReadOnlyDictionary<ModelId, string> ModelNames);
