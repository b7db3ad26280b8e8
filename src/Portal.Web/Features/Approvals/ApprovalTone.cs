using Portal.Web.Ui;

namespace Portal.Web.Features.Approvals;

/// <summary>The colour of a status.</summary>
internal static class ApprovalTone
{
    /// <summary>For pending, granted, refused, withdrawn.</summary>
    public static Tone Of(string status) => status switch
    {
        "granted" => Tone.Success,
        "refused" => Tone.Danger,
        "withdrawn" => Tone.Neutral,
        _ => Tone.Warning,
    };
}
