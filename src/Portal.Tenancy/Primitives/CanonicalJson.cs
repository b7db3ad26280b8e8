using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Tenancy.Primitives;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: keys in the order of their UTF-16 code units, numbers as ECMAScript
/// writes doubles, no white space, the fewest escapes, UTF-8.
/// </summary>
/// <remarks>
/// An integer that a double can't hold digit for digit is refused (<see cref="ArgumentException"/>): write it as a
/// string. So are escaped lone surrogates and keys that appear twice. A node made in code from half a surrogate pair
/// holds U+FFFD.
/// </remarks>
public static class CanonicalJson
{
    private const int SafeDigits = 15;

    /// <summary>The canonical bytes of <paramref name="node"/>.</summary>
    public static byte[] GetBytes(JsonNode? node) => GetBytes(JsonSerializer.SerializeToElement(node));

    /// <summary>The canonical bytes of <paramref name="element"/>.</summary>
    public static byte[] GetBytes(JsonElement element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, element);
                break;
            case JsonValueKind.Array:
                WriteArray(text, element);
                break;
            case JsonValueKind.String:
                WriteString(text, Text(element));
                break;
            case JsonValueKind.Number:
                WriteNumber(text, element);
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.Null:
                text.Append("null");
                break;
            case JsonValueKind.Undefined:
            default:
                throw new ArgumentException("There is no value.", nameof(element));
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement element)
    {
        text.Append('{');
        string? before = null;
        foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (before is not null)
            {
                text.Append(',');
            }

            if (property.Name == before)
            {
                throw new ArgumentException($"The key {before} appears twice.", nameof(element));
            }

            before = property.Name;
            WriteString(text, property.Name);
            text.Append(':');
            Write(text, property.Value);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Write(text, item);
        }

        text.Append(']');
    }

    private static void WriteNumber(StringBuilder text, JsonElement element)
    {
        var formatted = EcmaScriptNumber.Format(element.GetDouble());
        var raw = element.GetRawText();
        if (raw.Length > SafeDigits && raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && raw != formatted)
        {
            throw new ArgumentException($"The integer {raw} is too long for a JSON number.", nameof(element));
        }

        text.Append(formatted);
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException("A string holds half a surrogate pair.", nameof(element), e);
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
