using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.EndToEnd.Tests.Isolation;

/// <summary>What a caller sees.</summary>
internal sealed partial record Seen(HttpStatusCode Status, string Type, string Location, string Body)
{
    private const int Shown = 150;

    public bool Ok => (int)Status is >= 200 and < 300;

    /// <summary>The same without ids, times, traces, secrets and the names in <paramref name="named"/>.</summary>
    public Seen Without(Possessions named) =>
        this with { Location = Clean(Location, named), Body = Clean(Body, named) };

    /// <summary>Where this differs from what it should be.</summary>
    public string Beside(Seen other)
    {
        var at = Body.Zip(other.Body).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Status} {Type} {Location} …{Around(Body, at)}… where nothing gets "
            + $"{other.Status} {other.Type} {other.Location} …{Around(other.Body, at)}…";
    }

    private static string Around(string text, int at) =>
        text[Math.Max(0, at - Shown)..Math.Min(text.Length, at + Shown)];

    // Looking at the log is itself in the log.
    private static string WithoutReadings(string text)
    {
        if (!text.Contains("\"audit.", StringComparison.Ordinal) || JsonNode.Parse(text) is not JsonObject answer)
        {
            return text;
        }

        var events = (answer["items"] ?? answer["events"])!.AsArray();
        return string.Join('\n', events.Select(e => e!.ToJsonString())
            .Where(e => !e.Contains("\"type\":\"audit.", StringComparison.Ordinal)));
    }

    private static string Clean(string text, Possessions named)
    {
        text = WithoutReadings(text);
        foreach (var name in named.All)
        {
            text = text.Replace(name, "<named>", StringComparison.OrdinalIgnoreCase);
        }

        text = Secret().Replace(text, "<secret>");
        text = Id().Replace(text, "<id>");
        text = Time().Replace(text, "<time>");
        return Counted().Replace(text, "<n>");
    }

    [GeneratedRegex("[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|\\+00:00)")]
    private static partial Regex Time();

    [GeneratedRegex("(?<=(key|mine)-)[0-9]+")]
    private static partial Regex Counted();

    [GeneratedRegex("(?<=\"(token|key)\":\")[^\"]+|(?<=token=)[^\"]+")]
    private static partial Regex Secret();
}
