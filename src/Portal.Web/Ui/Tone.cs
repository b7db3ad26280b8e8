namespace Portal.Web.Ui;

/// <summary>What a thing means to the reader; never told by colour alone.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>Going on.</summary>
    Info,

    /// <summary>Good.</summary>
    Success,

    /// <summary>Wants attention.</summary>
    Warning,

    /// <summary>Bad, or not to be undone.</summary>
    Danger,
}
