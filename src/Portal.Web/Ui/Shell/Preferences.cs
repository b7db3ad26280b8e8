namespace Portal.Web.Ui.Shell;

/// <summary>What a browser remembers of its looks; read before the first byte, so that nothing flashes.</summary>
internal static class Preferences
{
    private const string ThemeCookie = "portal.theme";
    private const string NavigationCookie = "portal.nav";

    /// <summary><c>light</c>, <c>dark</c>, or null: as the system says.</summary>
    public static string? Theme(HttpContext context) =>
        context.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie] : null;

    /// <summary><c>collapsed</c>, or null.</summary>
    public static string? Navigation(HttpContext context) =>
        context.Request.Cookies[NavigationCookie] == "collapsed" ? "collapsed" : null;
}
