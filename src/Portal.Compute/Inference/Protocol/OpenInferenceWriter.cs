using System.Buffers;
using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>Writes documents of the Open Inference Protocol, version 2, JSON form.</summary>
public static class OpenInferenceWriter
{
    /// <summary>The answer to an inference request.</summary>
    public static void WriteResponse(
        IBufferWriter<byte> to,
        string modelName,
        string modelVersion,
        InferenceRequest request,
        InferenceResult result,
        ModelSignature signature)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(signature);
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("model_name", modelName);
        json.WriteString("model_version", modelVersion);
        if (request.Id is not null)
        {
            json.WriteString("id", request.Id);
        }

        json.WriteStartArray("outputs");
        foreach (var name in request.Outputs)
        {
            WriteOutput(json, signature.Outputs.First(output => output.Name == name), result, signature);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Metadata of a model.</summary>
    public static void WriteModelMetadata(
        IBufferWriter<byte> to, string modelName, IEnumerable<string> versions, ModelSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("name", modelName);
        json.WriteStartArray("versions");
        foreach (var version in versions)
        {
            json.WriteStringValue(version);
        }

        json.WriteEndArray();
        json.WriteString("platform", "onnxruntime_onnx");
        json.WriteStartArray("inputs");
        foreach (var input in signature.Inputs)
        {
            WriteTensorMetadata(json, input.Name, input.Kind is InputKind.Category, 1, null);
        }

        json.WriteEndArray();
        json.WriteStartArray("outputs");
        foreach (var output in signature.Outputs)
        {
            WriteTensorMetadata(json, output.Name, output.IsText, output.Width, ClassesOf(output, signature));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Metadata of the server.</summary>
    public static void WriteServerMetadata(IBufferWriter<byte> to, string name, string version)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("version", version);
        json.WriteStartArray("extensions");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Whether a model is ready.</summary>
    public static void WriteModelReady(IBufferWriter<byte> to, string modelName, bool ready)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("name", modelName);
        json.WriteBoolean("ready", ready);
        json.WriteEndObject();
    }

    /// <summary>Whether the server is live or ready; both keys, for the standard's text and schema differ.</summary>
    public static void WriteHealth(IBufferWriter<byte> to, bool healthy)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteBoolean("live", healthy);
        json.WriteBoolean("ready", healthy);
        json.WriteEndObject();
    }

    /// <summary>An error.</summary>
    public static void WriteError(IBufferWriter<byte> to, string message)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("error", message);
        json.WriteEndObject();
    }

    private static void WriteOutput(
        Utf8JsonWriter json, SignatureOutput output, InferenceResult result, ModelSignature signature)
    {
        json.WriteStartObject();
        json.WriteString("name", output.Name);
        json.WriteString("datatype", output.IsText ? TensorDatatypes.Bytes : TensorDatatypes.Float32);
        WriteShape(json, result.RowCount, output.Width);
        WriteClasses(json, ClassesOf(output, signature));
        json.WriteStartArray("data");
        switch (output.Name)
        {
            case ModelSignature.LabelOutput:
                foreach (var label in result.Labels)
                {
                    json.WriteStringValue(label);
                }

                break;
            case ModelSignature.ProbabilitiesOutput:
                WriteNumbers(json, result.Probabilities);
                break;
            default:
                WriteNumbers(json, result.Values);
                break;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTensorMetadata(
        Utf8JsonWriter json, string name, bool isText, int width, IReadOnlyList<string>? classes)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("datatype", isText ? TensorDatatypes.Bytes : TensorDatatypes.Float32);
        WriteShape(json, -1, width);
        WriteClasses(json, classes);
        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, int rows, int width)
    {
        json.WriteStartArray("shape");
        json.WriteNumberValue(rows);
        json.WriteNumberValue(width);
        json.WriteEndArray();
    }

    // Values of parameters are scalars in the protocol: the list travels as JSON text.
    private static void WriteClasses(Utf8JsonWriter json, IReadOnlyList<string>? classes)
    {
        if (classes is not null)
        {
            json.WriteStartObject("parameters");
            json.WriteString("classes", JsonSerializer.Serialize(classes));
            json.WriteEndObject();
        }
    }

    private static IReadOnlyList<string>? ClassesOf(SignatureOutput output, ModelSignature signature) =>
        output.Name == ModelSignature.ProbabilitiesOutput ? signature.Classes : null;

    private static void WriteNumbers(Utf8JsonWriter json, float[] values)
    {
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }
    }
}
