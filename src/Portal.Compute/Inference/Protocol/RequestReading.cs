using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>What the readers share: one door for faults, and checked access to JSON.</summary>
internal static class RequestReading
{
    /// <summary>Deeper nesting is refused; the deepest known document has five levels.</summary>
    public static JsonReaderOptions JsonOptions { get; } = new() { MaxDepth = 16 };

    /// <summary>Reads a body and turns whatever is wrong with it into a fault.</summary>
    public static InferenceRequest? Try(
        ReadOnlySpan<byte> body, ProtocolLimits limits, Reading read, out RequestFault? fault)
    {
        try
        {
            if (body.Length > limits.BodyBytesMax)
            {
                throw new RequestFaultException(
                    RequestFaultCode.BodyTooLarge,
                    $"The request has {body.Length} bytes; at most {limits.BodyBytesMax} are taken.");
            }

            fault = null;
            return read(body);
        }
        catch (RequestFaultException refused)
        {
            fault = refused.Fault;
        }
        catch (JsonException invalid)
        {
            fault = new RequestFault(
                RequestFaultCode.InvalidJson,
                $"The body is not valid JSON (line {invalid.LineNumber + 1}, byte {invalid.BytePositionInLine + 1}).");
        }

        return null;
    }

    /// <summary>Moves to the first token, which must begin an object.</summary>
    public static void EnterObject(ref Utf8JsonReader reader, string what)
    {
        reader.Read();
        RequireObject(ref reader, what);
    }

    public static void RequireObject(ref Utf8JsonReader reader, string what) =>
        Require(ref reader, JsonTokenType.StartObject, $"{what} must be a JSON object.");

    public static void RequireArray(ref Utf8JsonReader reader, string what, string? input = null) =>
        Require(ref reader, JsonTokenType.StartArray, $"{what} must be a JSON array.", input);

    /// <summary>The text of a string or a property name.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new RequestFaultException(
                RequestFaultCode.InvalidJson, "The body holds text that is not valid UTF-8.");
        }
    }

    /// <summary>Reads a string value of a property.</summary>
    public static string RequireText(ref Utf8JsonReader reader, string what)
    {
        Require(ref reader, JsonTokenType.String, $"{what} must be a string.");
        return Text(ref reader);
    }

    /// <summary>Nothing but white space may follow.</summary>
    public static void RequireEnd(ref Utf8JsonReader reader) => reader.Read();

    private static void Require(
        ref Utf8JsonReader reader, JsonTokenType type, string message, string? input = null)
    {
        if (reader.TokenType != type)
        {
            throw new RequestFaultException(RequestFaultCode.InvalidRequest, message, input);
        }
    }

    internal delegate InferenceRequest Reading(ReadOnlySpan<byte> body);
}
