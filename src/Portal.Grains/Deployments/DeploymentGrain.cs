using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage;

namespace Portal.Grains.Deployments;

/// <inheritdoc cref="IDeploymentGrain" />
[GrainType("deployment")]
internal sealed class DeploymentGrain(GrainRuntime runtime) : DecidedGrain<DeploymentState>(runtime), IDeploymentGrain
{
    private DeploymentId Id => DeploymentId.TryParse(Key.Id, out var id)
        ? id
        : throw new ArgumentException($"'{Key.Id}' is not a deployment's id.");

    public Task<Result<DeploymentAnswer>> CreateAsync(CreateDeployment command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => DeploymentDecider.Create(state, command, Id, context), cancel);

    public Task<Result<DeploymentAnswer>> DeployAsync(DeployVersion command, CancellationToken cancel) =>
        DecideAsync(
            command,
            async (state, context, token) =>
            {
                var model = await Runtime.LookAsync<ModelState>(GrainKeys.Model(Key.Tenant, command.Model), token);
                var version = model.State.Version(command.Version);
                var approval = state.Exists && version is not null
                    ? await FindApprovalAsync(command, version, state.Environment, token)
                    : null;
                return DeploymentDecider.Deploy(state, command, version, approval, Id, context);
            },
            cancel);

    public Task<Result<DeploymentAnswer>> RollBackAsync(RollBack command, CancellationToken cancel) =>
        DecideAsync(
            command,
            async (state, context, token) => DeploymentDecider.RollBack(
                state, await LookAtApprovalsAsync(state.Previous?.Approvals ?? [], token), Id, context),
            cancel);

    public Task<Result<DeploymentAnswer>> ConcludeAsync(ConcludeRevision command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => DeploymentDecider.Conclude(state, command, Id, context), cancel);

    public Task<Result<DeploymentAnswer>> StopAsync(StopDeployment command, CancellationToken cancel) =>
        DecideAsync(command, (state, context) => DeploymentDecider.Stop(state, command, Id, context), cancel);

    protected override IEnumerable<DbWrite> Project(
        DeploymentState after, IDomainEvent happened, DecisionContext context) =>
        DeploymentProjection.Of(Key, Id, happened, context);

    protected override Error OnDuplicate(string constraint) =>
        constraint == DeploymentProjection.EndpointConstraint
            ? DeploymentErrors.NameTaken
            : base.OnDuplicate(constraint);

    // The read model finds the candidate; its own stream says what it is worth, and is expected at the commit.
    private async Task<SeenApproval?> FindApprovalAsync(
        DeployVersion command, ModelVersion version, string environment, CancellationToken cancel)
    {
        var found = await Runtime.Cell.Database.FindAsync(
            Key.Tenant,
            new(
                """
                select approval_id from approvals
                where model_id = $1 and version = $2 and environment = $3
                    and artifact_sha256 = $4 and status = 'granted'
                order by decided_at desc limit 1
                """,
                command.Model.Value, command.Version, environment, version.Artifact.Sha256),
            row => new ApprovalId(row.GetGuid(0)),
            cancel);
        return found == default ? null : await LookAtAsync(found, cancel);
    }

    private async Task<ImmutableArray<SeenApproval>> LookAtApprovalsAsync(
        ImmutableArray<string> ids, CancellationToken cancel)
    {
        var seen = ImmutableArray.CreateBuilder<SeenApproval>(ids.Length);
        foreach (var text in ids)
        {
            if (ApprovalId.TryParse(text, out var id))
            {
                seen.Add(await LookAtAsync(id, cancel));
            }
        }

        return seen.ToImmutable();
    }

    private async Task<SeenApproval> LookAtAsync(ApprovalId id, CancellationToken cancel) => new(
        id.ToString(), await Runtime.LookAsync<ApprovalState>(GrainKeys.Approval(Key.Tenant, id), cancel));
}
