using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Grains.Approvals;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Storage.Events;
using Decision = Portal.Grains.Runtime.Decision;

namespace Portal.Grains.Deployments;

/// <summary>An approval that was looked up, with its outward id.</summary>
internal sealed record SeenApproval(string Id, Seen<ApprovalState> Seen)
{
    public bool Covers(ModelId model, ModelVersion version, string environment) =>
        Seen.State is { Status: ApprovalStatus.Granted } a
        && a.Model == model
        && a.Version == version.Number
        && a.Environment == environment
        && a.ArtifactSha256 == version.Artifact.Sha256;
}

/// <summary>Decides on endpoints. Pure: models and approvals that were looked up are handed in.</summary>
internal static partial class DeploymentDecider
{
    public static Result<Decision<DeploymentAnswer>> Create(
        DeploymentState state, CreateDeployment command, DeploymentId id, DecisionContext context) =>
        state.Exists ? Decision.Nothing(new DeploymentAnswer(id, state.Endpoint, 0))
        : !EndpointName().IsMatch(command.Endpoint) ? DeploymentErrors.BadEndpoint
        : !Environments.IsKnown(command.Environment) ? DeploymentErrors.UnknownEnvironment
        : Decision.Of(
            new DeploymentAnswer(id, command.Endpoint, 0),
            new DeploymentCreated(command.Endpoint, command.Environment, context.Now));

    public static Result<Decision<DeploymentAnswer>> Deploy(
        DeploymentState state, DeployVersion command, ModelVersion? version, SeenApproval? approval, DeploymentId id,
        DecisionContext context)
    {
        if (Ready(state) is { } refusal)
        {
            return refusal;
        }

        if (version is null)
        {
            return DeploymentErrors.VersionNotFound;
        }

        var needed = Environments.NeedsApproval(state.Environment);
        if (needed && approval?.Covers(command.Model, version, state.Environment) is not true)
        {
            return DeploymentErrors.ApprovalRequired;
        }

        var target = new RouteTarget(
            command.Model, command.Version, version.Artifact.Name, version.Artifact.Sha256, 100);
        return state.Routed?.Targets.SequenceEqual([target]) is true
            ? DeploymentErrors.AlreadyRouted
            : Propose(state, [target], RevisionCause.Deploy, needed ? [approval!] : [], id, context);
    }

    public static Result<Decision<DeploymentAnswer>> RollBack(
        DeploymentState state, ImmutableArray<SeenApproval> approvals, DeploymentId id, DecisionContext context)
    {
        if (Ready(state) is { } refusal)
        {
            return refusal;
        }

        if (state.Previous is not { } before)
        {
            return DeploymentErrors.NothingBefore;
        }

        if (Environments.NeedsApproval(state.Environment) && approvals.IsEmpty)
        {
            return DeploymentErrors.ApprovalRequired;
        }

        return approvals.Any(a => a.Seen.State.Status is not ApprovalStatus.Granted)
            ? DeploymentErrors.ApprovalWithdrawn
            : Propose(state, before.Targets, RevisionCause.Rollback, approvals, id, context);
    }

    public static Result<Decision<DeploymentAnswer>> Conclude(
        DeploymentState state, ConcludeRevision command, DeploymentId id, DecisionContext context)
    {
        if (!state.Exists)
        {
            return DeploymentErrors.NotFound;
        }

        var answer = new DeploymentAnswer(id, state.Endpoint, command.Revision);
        return state.Stopped || state.Loading?.Number != command.Revision ? Decision.Nothing(answer)
            : command.FailureCode is { } code
                ? Decision.Of(
                    answer,
                    new RevisionFailed(command.Revision, code, command.FailureMessage ?? string.Empty, context.Now))
                : Decision.Of(answer, new RevisionRouted(command.Revision, context.Now));
    }

    public static Result<Decision<DeploymentAnswer>> Stop(
        DeploymentState state, StopDeployment command, DeploymentId id, DecisionContext context) =>
        !state.Exists ? DeploymentErrors.NotFound
        : state.Stopped ? Decision.Nothing(new DeploymentAnswer(id, state.Endpoint, 0))
        : Decision.Of(
            new DeploymentAnswer(id, state.Endpoint, 0), new DeploymentStopped(command.Reason, context.Now));

    private static Error? Ready(DeploymentState state) =>
        !state.Exists ? DeploymentErrors.NotFound
        : state.Stopped ? DeploymentErrors.Stopped
        : state.Loading is not null ? DeploymentErrors.Busy
        : null;

    private static Decision<DeploymentAnswer> Propose(
        DeploymentState state, ImmutableArray<RouteTarget> targets, RevisionCause cause,
        ImmutableArray<SeenApproval> approvals, DeploymentId id, DecisionContext context)
    {
        var number = state.Revisions.Length + 1;
        var work = JsonSerializer.Serialize(new RouteWork(id, number), PortalJson.Options);
        return Decision.Of(
            new DeploymentAnswer(id, state.Endpoint, number),
            new RevisionProposed(number, targets, cause, [.. approvals.Select(a => a.Id)], context.Now)) with
        {
            Expects = [.. approvals.Select(a => a.Seen.Expect)],
            Due = [new DueWork($"route:{id}:{number}", context.Now, RouteWork.Kind, work)],
        };
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,62}$")]
    private static partial Regex EndpointName();
}

/// <summary>The due work that waits for the serving nodes to load a revision.</summary>
internal sealed record RouteWork(DeploymentId Deployment, int Revision)
{
    /// <summary>The kind of due work.</summary>
    public const string Kind = "deployment.route";
}
