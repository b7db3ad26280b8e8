using Portal.Tenancy.Primitives;

namespace Portal.Grains.Deployments;

/// <summary>The refusals of this feature.</summary>
internal static class DeploymentErrors
{
    public static readonly NotFound NotFound = new("deployment-not-found", "There is no such deployment.");

    public static readonly NotFound VersionNotFound =
        new("model-version-not-found", "There is no such version of this model.");

    public static readonly Invalid BadEndpoint = new(
        "invalid-endpoint-name",
        "An endpoint's name has 3 to 63 lower-case letters, digits and hyphens, and begins with a letter.");

    public static readonly Invalid UnknownEnvironment =
        new("unknown-environment", "Choose one of the environments: dev, staging, production.");

    public static readonly Conflict NameTaken =
        new("endpoint-name-taken", "There is an endpoint of this name. Choose another one.");

    public static readonly Conflict Stopped =
        new("deployment-stopped", "This endpoint was stopped. Make a new one.");

    public static readonly Conflict Busy =
        new("deployment-busy", "A revision is being loaded. Wait until it answers or has failed.");

    public static readonly Conflict NothingBefore =
        new("nothing-to-roll-back-to", "Nothing else has answered here before, so there is nothing to go back to.");

    public static readonly Forbidden ApprovalRequired = new(
        "approval-required",
        "Production needs a granted approval for exactly this version. Ask for one first.");

    public static readonly Forbidden ApprovalWithdrawn = new(
        "approval-withdrawn",
        "The approval of the version before was withdrawn since. Ask for a new one.");

    public static readonly Conflict AlreadyRouted =
        new("already-deployed", "This version answers at this endpoint already.");
}
