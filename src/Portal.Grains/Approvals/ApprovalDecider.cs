using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Approvals;

/// <summary>Decides on requests. Pure: everything looked up is handed in.</summary>
internal static class ApprovalDecider
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static Result<Decision<ApprovalAnswer>> Request(
        ApprovalState state, RequestApproval command, ModelVersion? version, Champion? champion, ApprovalId id,
        DecisionContext context)
    {
        if (state.Exists)
        {
            return Decision.Nothing(new ApprovalAnswer(id, state.Status, state.Outcome));
        }

        if (version is null)
        {
            return ApprovalErrors.VersionNotFound;
        }

        if (!Environments.IsKnown(command.Environment))
        {
            return ApprovalErrors.UnknownEnvironment;
        }

        if (command.Gate is { } gate && !version.Metrics.ContainsKey(gate.Metric))
        {
            return ApprovalErrors.UnknownMetric;
        }

        var outcome = command.Gate is null ? null : GateEvaluator.Evaluate(command.Gate, version.Metrics, champion);
        return Decision.Of(
            new ApprovalAnswer(id, ApprovalStatus.Pending, outcome),
            new ApprovalRequested(
                command.Model, command.Version, command.Environment, version.Artifact.Sha256,
                PersonOf(context.Principal) ?? context.Principal.Actor, command.Note, version.Metrics, command.Gate,
                outcome, context.Now, context.Now + Lifetime));
    }

    public static Result<Decision<ApprovalAnswer>> Grant(
        ApprovalState state, GrantApproval command, Reviewers reviewers, Champion? champion, ApprovalId id,
        DecisionContext context)
    {
        if (Undecided(state, context) is { } refusal)
        {
            return refusal;
        }

        if (PersonOf(context.Principal) is not { } person)
        {
            return ApprovalErrors.NotAPerson;
        }

        var mode = reviewers.Mode;
        if (mode is ReviewMode.FourEyes && person == state.RequestedBy)
        {
            return ApprovalErrors.OwnRequest;
        }

        if (person == state.RequestedBy && !command.Confirmed)
        {
            return ApprovalErrors.NotConfirmed;
        }

        var outcome = state.Gate is null ? null : GateEvaluator.Evaluate(state.Gate, state.Metrics, champion);
        if (outcome is { Passed: false })
        {
            return ApprovalErrors.GateFailed(outcome, state.Gate!);
        }

        // Somebody else's decision is four eyes whatever the policy asked for.
        var done = person == state.RequestedBy ? ReviewMode.SelfReview : ReviewMode.FourEyes;
        return Decision.Of(
            new ApprovalAnswer(id, ApprovalStatus.Granted, outcome),
            new ApprovalGranted(person, done, reviewers.Members, command.Comment, outcome, context.Now));
    }

    public static Result<Decision<ApprovalAnswer>> Refuse(
        ApprovalState state, EndApproval command, ApprovalId id, DecisionContext context) =>
        Undecided(state, context) is { } refusal
            ? refusal
            : PersonOf(context.Principal) is not { } person
                ? ApprovalErrors.NotAPerson
                : Decision.Of(
                    new ApprovalAnswer(id, ApprovalStatus.Refused, state.Outcome),
                    new ApprovalRefused(person, command.Comment, context.Now));

    public static Result<Decision<ApprovalAnswer>> Withdraw(
        ApprovalState state, EndApproval command, ApprovalId id, bool mayDecide, DecisionContext context)
    {
        if (!state.Exists)
        {
            return ApprovalErrors.NotFound;
        }

        if (state.Status is ApprovalStatus.Refused or ApprovalStatus.Withdrawn)
        {
            return ApprovalErrors.AlreadyDecided(state.Status);
        }

        var person = PersonOf(context.Principal) ?? context.Principal.Actor;
        return person != state.RequestedBy && !mayDecide
            ? ApprovalErrors.NotFound
            : Decision.Of(
                new ApprovalAnswer(id, ApprovalStatus.Withdrawn, state.Outcome),
                new ApprovalWithdrawn(person, command.Comment, context.Now));
    }

    private static Error? Undecided(ApprovalState state, DecisionContext context) =>
        !state.Exists ? ApprovalErrors.NotFound
        : state.Status is not ApprovalStatus.Pending ? ApprovalErrors.AlreadyDecided(state.Status)
        : context.Now >= state.ExpiresAt ? ApprovalErrors.Expired
        : null;

    private static string? PersonOf(Principal principal) => principal.Person?.ToString();
}
