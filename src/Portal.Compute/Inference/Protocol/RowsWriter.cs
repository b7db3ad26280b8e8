using System.Buffers;
using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>
/// Writes the simple form: <c>{"predictions":[{"label","probability","probabilities"} | {"value"}]}</c>.
/// <c>probability</c> is that of the label.
/// </summary>
public static class RowsWriter
{
    public static void WriteResponse(IBufferWriter<byte> to, InferenceResult result, ModelSignature signature)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(signature);
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteStartArray("predictions");
        for (var row = 0; row < result.RowCount; row++)
        {
            json.WriteStartObject();
            if (signature.Problem is ProblemKind.Regression)
            {
                json.WriteNumber("value", result.Values[row]);
            }
            else
            {
                WriteClass(json, result, signature.Classes, row);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClass(
        Utf8JsonWriter json, InferenceResult result, IReadOnlyList<string> classes, int row)
    {
        var own = result.Probabilities.AsSpan(row * classes.Count, classes.Count);
        var label = result.Labels[row];
        json.WriteString("label", label);
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i] == label)
            {
                json.WriteNumber("probability", own[i]);
            }
        }

        json.WriteStartObject("probabilities");
        for (var i = 0; i < classes.Count; i++)
        {
            json.WriteNumber(classes[i], own[i]);
        }

        json.WriteEndObject();
    }
}
