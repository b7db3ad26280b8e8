using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Grains.Models;

namespace Portal.Web.Features.TryIt;

/// <summary>What was filled in, as the body and as the command that a machine would send.</summary>
internal static class TryItRequest
{
    private const string Category = "category";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body; an empty field is a missing value.</summary>
    public static string Body(IEnumerable<SignatureField> inputs, IReadOnlyDictionary<string, string> values)
    {
        var row = new JsonObject();
        foreach (var input in inputs)
        {
            row[input.Name] = Value(input, values.GetValueOrDefault(input.Name, string.Empty).Trim());
        }

        return new JsonObject { ["rows"] = new JsonArray(row) }.ToJsonString(Readable);
    }

    /// <summary>The command line; the key stands in a variable.</summary>
    public static string Curl(string origin, string endpoint, string body) =>
        $"""
        curl -X POST '{origin}/api/v1/endpoints/{endpoint}:predict' \
          -H "Authorization: Bearer $PORTAL_KEY" \
          -H 'Content-Type: application/json' \
          -d '{body.Replace("'", "'\\''", StringComparison.Ordinal)}'
        """;

    // What is no number is sent as it stands, so that the answer names the field.
    private static JsonNode? Value(SignatureField input, string text) =>
        text.Length == 0 ? null
        : input.Kind != Category
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
}
