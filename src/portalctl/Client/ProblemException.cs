using System.Net;
using System.Text;
using System.Text.Json;

namespace Portal.Ctl.Client;

/// <summary>The portal refused; <see cref="Problem"/> is its problem document (RFC 9457).</summary>
public sealed class ProblemException(HttpStatusCode status, JsonElement problem)
    : CommandFailedException(CodeOf(status), TextOf(status, problem))
{
    /// <summary>The document as it came.</summary>
    public JsonElement Problem => problem;

    private static ExitCode CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => ExitCode.NotFound,
        HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => ExitCode.Refused,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => ExitCode.Timeout,
        _ => ExitCode.Failed,
    };

    private static string TextOf(HttpStatusCode status, JsonElement problem)
    {
        var text = new StringBuilder(Word(problem, "detail") ?? Word(problem, "title") ?? $"HTTP {(int)status}");
        text.Append(" (").Append(Word(problem, "code") ?? ((int)status).ToString(null, null)).Append(')');
        if (Word(problem, "baseUrl") is { } elsewhere)
        {
            text.Append("\nUse this address: ").Append(elsewhere);
        }

        if (problem.ValueKind is JsonValueKind.Object && problem.TryGetProperty("errors", out var errors)
            && errors.ValueKind is JsonValueKind.Array)
        {
            foreach (var error in errors.EnumerateArray())
            {
                text.Append("\n  ").Append(Place(error)).Append(Word(error, "message"));
            }
        }

        return text.ToString();
    }

    private static string Place(JsonElement error)
    {
        var row = error.TryGetProperty("row", out var r) ? $"row {r}, " : string.Empty;
        var column = Word(error, "column") is { } c ? $"column {c}, " : string.Empty;
        var place = row + column + Word(error, "path");
        return place.Length == 0 ? string.Empty : place.TrimEnd(' ', ',') + ": ";
    }

    private static string? Word(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
