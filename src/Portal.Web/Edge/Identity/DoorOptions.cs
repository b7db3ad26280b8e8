namespace Portal.Web.Edge.Identity;

/// <summary>How often strangers may knock at doors that need no credential: sign-up, sign-in, joining.</summary>
public sealed class DoorOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Portal:Doors";

    /// <summary>Attempts a minute from one address (a /64 of IPv6); 1–100,000, default 30.</summary>
    public int AttemptsPerMinute { get; set; } = 30;
}
