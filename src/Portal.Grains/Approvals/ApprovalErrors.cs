using Portal.Tenancy.Primitives;

namespace Portal.Grains.Approvals;

/// <summary>The refusals of this feature.</summary>
internal static class ApprovalErrors
{
    public static readonly NotFound NotFound = new("approval-not-found", "There is no such request for approval.");

    public static readonly NotFound VersionNotFound =
        new("model-version-not-found", "There is no such version of this model.");

    public static readonly Invalid UnknownEnvironment =
        new("unknown-environment", "Choose one of the environments: dev, staging, production.");

    public static readonly Invalid UnknownMetric =
        new("unknown-metric", "The version has no metric of this name. Choose one of those it was measured by.");

    public static readonly Forbidden OwnRequest = new(
        "four-eyes",
        "You asked for this yourself. Somebody else who may approve has to decide.");

    public static readonly Invalid NotConfirmed = new(
        "self-review-not-confirmed",
        "You are the only person here who may approve. Confirm that you have read the metrics and the consequences.");

    public static readonly Forbidden NotAPerson =
        new("approver-not-a-person", "Only a person, or a key that acts for one, can decide.");

    public static readonly Conflict Expired =
        new("approval-expired", "This request has lapsed. Ask again with today's metrics.");

    public static Conflict AlreadyDecided(ApprovalStatus status) =>
        new("approval-already-decided", $"This request was decided already: {status.ToString().ToLowerInvariant()}.");

    public static Forbidden GateFailed(GateOutcome outcome, Gate gate) => new(
        "gate-failed",
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The gate on {gate.Metric} is not met: {outcome.Candidate:0.####} against {outcome.Bar:0.####}."));
}
