namespace Portal.Web.Features.Audit;

/// <summary>A browser and its system in two words, read from the header that they send.</summary>
internal static class BrowserName
{
    // The order matters: Edge and Opera also say Chrome, and Chrome also says Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ("curl/", "curl"), ("portalctl", "portalctl"), ("python", "Python"), ("Python", "Python"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as "Firefox, Linux"; null when neither is known.</summary>
    public static string? Of(string? userAgent)
    {
        string?[] known = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        var text = string.Join(", ", known.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private static string? Find((string Mark, string Name)[] marks, string? userAgent) =>
        userAgent is null
            ? null
            : marks.FirstOrDefault(m => userAgent.Contains(m.Mark, StringComparison.Ordinal)).Name;
}
