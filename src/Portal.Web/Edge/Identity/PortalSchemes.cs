namespace Portal.Web.Edge.Identity;

/// <summary>Names of authentication schemes.</summary>
internal static class PortalSchemes
{
    /// <summary>
    /// Chooses: a request with an <c>Authorization</c> header is asked for its key, another for its cookie.
    /// </summary>
    public const string Any = "portal";

    /// <summary>Service keys.</summary>
    public const string Key = "service-key";

    /// <summary>People's sessions.</summary>
    public const string Session = "session";
}
