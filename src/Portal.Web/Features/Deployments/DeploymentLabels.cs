using Portal.Grains.Deployments;
using Portal.Web.Ui;

namespace Portal.Web.Features.Deployments;

/// <summary>States and colours of deployments and revisions.</summary>
internal static class DeploymentLabels
{
    /// <summary>The resource key of a deployment's state.</summary>
    public static string State(DeploymentView deployment) =>
        deployment.StoppedAt is not null ? "State-stopped"
        : deployment.Routed is null ? "State-empty"
        : "State-live";

    /// <summary>Its colour.</summary>
    public static Tone Tone(DeploymentView deployment) => State(deployment) switch
    {
        "State-live" => Ui.Tone.Success,
        "State-empty" => Ui.Tone.Warning,
        _ => Ui.Tone.Neutral,
    };

    /// <summary>The colour of a revision: loading, routed, superseded, failed.</summary>
    public static Tone Tone(RevisionView revision) => revision.Status switch
    {
        "routed" => Ui.Tone.Success,
        "failed" => Ui.Tone.Danger,
        "loading" => Ui.Tone.Info,
        _ => Ui.Tone.Neutral,
    };
}
