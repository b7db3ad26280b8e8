using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>Reads inference requests of the Open Inference Protocol, version 2, JSON form.</summary>
/// <remarks>
/// One tensor per input, shape [n, 1] or [n], data flat or nested; null is a missing value. Numbers take FP16, FP32,
/// FP64, INT*, UINT* and BOOL; categories take BYTES and all of these, written invariantly. Unknown fields are ignored.
/// </remarks>
public static class OpenInferenceReader
{
    /// <summary>Reads a request; null with a fault when it is not one for this model.</summary>
    public static InferenceRequest? TryRead(
        ReadOnlySpan<byte> body, ModelSignature signature, ProtocolLimits limits, out RequestFault? fault)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(limits);
        return RequestReading.Try(body, limits, bytes => Read(bytes, signature, limits), out fault);
    }

    private static InferenceRequest Read(ReadOnlySpan<byte> body, ModelSignature signature, ProtocolLimits limits)
    {
        var reader = new Utf8JsonReader(body, RequestReading.JsonOptions);
        RequestReading.EnterObject(ref reader, "The request");
        string? id = null;
        InferenceBatch? batch = null;
        IReadOnlyList<string> outputs = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = RequestReading.Text(ref reader);
            reader.Read();
            switch (name)
            {
                case "id":
                    id = Id(ref reader, limits);
                    break;
                case "inputs":
                    batch = Inputs(ref reader, body, signature, limits);
                    break;
                case "outputs":
                    outputs = Outputs(ref reader, signature);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        RequestReading.RequireEnd(ref reader);
        return new InferenceRequest(
            id,
            batch ?? throw new RequestFaultException(RequestFaultCode.InvalidRequest, "The request has no \"inputs\"."),
            outputs.Count > 0 ? outputs : [.. signature.Outputs.Select(output => output.Name)]);
    }

    private static string Id(ref Utf8JsonReader reader, ProtocolLimits limits)
    {
        var id = RequestReading.RequireText(ref reader, "\"id\"");
        return id.Length <= limits.IdLengthMax
            ? id
            : throw new RequestFaultException(
                RequestFaultCode.InvalidRequest, $"\"id\" has more than {limits.IdLengthMax} characters.");
    }

    private static InferenceBatch Inputs(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> body, ModelSignature signature, ProtocolLimits limits)
    {
        RequestReading.RequireArray(ref reader, "\"inputs\"");
        var columns = new ColumnValues?[signature.Inputs.Count];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var header = TensorHeaderReader.Read(ref reader);
            var at = IndexOf(header.Name, signature);
            if (columns[at] is not null)
            {
                throw new RequestFaultException(
                    RequestFaultCode.DuplicateInput, $"The input \"{header.Name}\" is given twice.", header.Name);
            }

            columns[at] = new TensorDataReader(signature.Inputs[at], limits).Read(body, header);
        }

        return Assemble(columns, signature);
    }

    private static int IndexOf(string? name, ModelSignature signature)
    {
        for (var i = 0; i < signature.Inputs.Count; i++)
        {
            if (signature.Inputs[i].Name == name)
            {
                return i;
            }
        }

        throw name is null
            ? new RequestFaultException(RequestFaultCode.InvalidRequest, "An input has no \"name\".")
            : new RequestFaultException(
                RequestFaultCode.UnknownInput, $"The model has no input \"{name}\".", name);
    }

    private static InferenceBatch Assemble(ColumnValues?[] columns, ModelSignature signature)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var name = signature.Inputs[i].Name;
            if (columns[i] is not { } column)
            {
                throw new RequestFaultException(
                    RequestFaultCode.MissingInput, $"The input \"{name}\" is missing.", name);
            }

            if (column.Count != columns[0]!.Count)
            {
                throw new RequestFaultException(
                    RequestFaultCode.LengthMismatch,
                    $"The input \"{name}\" has {column.Count} rows, "
                    + $"\"{signature.Inputs[0].Name}\" has {columns[0]!.Count}.",
                    name);
            }
        }

        return new InferenceBatch(columns[0]!.Count, [.. columns.Select(column => column!.ToColumn())]);
    }

    private static List<string> Outputs(ref Utf8JsonReader reader, ModelSignature signature)
    {
        RequestReading.RequireArray(ref reader, "\"outputs\"");
        List<string> names = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            RequestReading.RequireObject(ref reader, "Each element of \"outputs\"");
            string? name = null;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isName = reader.ValueTextEquals("name");
                reader.Read();
                if (isName)
                {
                    name = RequestReading.RequireText(ref reader, "The name of an output");
                }

                reader.Skip();
            }

            if (signature.Outputs.All(output => output.Name != name) || names.Contains(name!))
            {
                throw new RequestFaultException(
                    RequestFaultCode.UnknownOutput, $"The model has no output \"{name}\", or it is named twice.", name);
            }

            names.Add(name!);
        }

        return names;
    }
}
