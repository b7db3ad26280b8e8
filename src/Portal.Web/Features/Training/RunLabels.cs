using Portal.Grains.Training;
using Portal.Web.Ui;

namespace Portal.Web.Features.Training;

/// <summary>Colours of runs.</summary>
internal static class RunLabels
{
    /// <summary>The colour of a state.</summary>
    public static Tone Tone(RunStatus status) => status switch
    {
        RunStatus.Running => Ui.Tone.Info,
        RunStatus.Finished => Ui.Tone.Success,
        RunStatus.Failed => Ui.Tone.Danger,
        _ => Ui.Tone.Neutral,
    };
}
