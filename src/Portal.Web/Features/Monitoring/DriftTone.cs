using Portal.Web.Ui;

namespace Portal.Web.Features.Monitoring;

/// <summary>The colour of a verdict: stable, not-enough-data, moderate, drifted.</summary>
internal static class DriftTone
{
    public static Tone Of(string? verdict) => verdict switch
    {
        "drifted" => Tone.Danger,
        "moderate" => Tone.Warning,
        "stable" => Tone.Success,
        _ => Tone.Neutral,
    };
}
