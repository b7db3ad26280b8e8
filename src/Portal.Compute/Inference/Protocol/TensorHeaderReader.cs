using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>Reads one element of <c>inputs</c>; its data is only located, for it may stand before its shape.</summary>
internal static class TensorHeaderReader
{
    private const int RankMax = 8;

    public static TensorHeader Read(ref Utf8JsonReader reader)
    {
        RequestReading.RequireObject(ref reader, "Each element of \"inputs\"");
        var header = new TensorHeader();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = RequestReading.Text(ref reader);
            reader.Read();
            switch (name)
            {
                case "name":
                    header.Name = RequestReading.RequireText(ref reader, "The name of an input");
                    break;
                case "datatype":
                    header.Datatype = RequestReading.RequireText(ref reader, "\"datatype\"");
                    break;
                case "shape":
                    header.Shape = Shape(ref reader, header.Name);
                    break;
                case "data":
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    header.Data = start..(int)reader.BytesConsumed;
                    break;
                case "parameters":
                    Parameters(ref reader, header.Name);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return header;
    }

    private static List<long> Shape(ref Utf8JsonReader reader, string? input)
    {
        RequestReading.RequireArray(ref reader, "\"shape\"");
        List<long> shape = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt64(out var size) || size < 0
                || shape.Count == RankMax)
            {
                throw new RequestFaultException(
                    RequestFaultCode.WrongShape, "\"shape\" must be a list of a few whole numbers from 0.", input);
            }

            shape.Add(size);
        }

        return shape;
    }

    private static void Parameters(ref Utf8JsonReader reader, string? input)
    {
        RequestReading.RequireObject(ref reader, "\"parameters\"");
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("binary_data_size"))
            {
                throw new RequestFaultException(
                    RequestFaultCode.BinaryNotSupported,
                    "Binary tensor data is not taken: send \"data\" as JSON.",
                    input);
            }

            reader.Read();
            reader.Skip();
        }
    }
}
