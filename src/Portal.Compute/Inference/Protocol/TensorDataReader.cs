using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>Reads the data of one tensor of shape [n] or [n, 1], nested or flat.</summary>
internal sealed class TensorDataReader(SignatureInput input, ProtocolLimits limits)
{
    public ColumnValues Read(ReadOnlySpan<byte> body, TensorHeader header)
    {
        var datatype = Datatype(header);
        var rows = Rows(header);
        if (header.Data is not { } range)
        {
            throw new RequestFaultException(
                RequestFaultCode.InvalidRequest, $"The input \"{input.Name}\" has no \"data\".", input.Name);
        }

        var reader = new Utf8JsonReader(body[range], RequestReading.JsonOptions);
        reader.Read();
        RequestReading.RequireArray(ref reader, $"\"data\" of \"{input.Name}\"", input.Name);
        var values = new ColumnValues(input);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var nested = reader.TokenType is JsonTokenType.StartArray;
            if (nested)
            {
                reader.Read();
            }

            Add(ref reader, datatype, values, rows);
            if (nested)
            {
                RequireInnerEnd(ref reader, values.Count - 1);
            }
        }

        return values.Count == rows ? values : throw Mismatch(values.Count, rows);
    }

    private TensorDatatype Datatype(TensorHeader header)
    {
        var name = header.Datatype ?? throw new RequestFaultException(
            RequestFaultCode.WrongDatatype, $"The input \"{input.Name}\" has no \"datatype\".", input.Name);
        var datatype = TensorDatatypes.Parse(name) ?? throw new RequestFaultException(
            RequestFaultCode.WrongDatatype, $"The input \"{input.Name}\" has an unknown datatype.", input.Name);
        return datatype is TensorDatatype.Bytes && input.Kind is InputKind.Number
            ? throw new RequestFaultException(
                RequestFaultCode.WrongDatatype,
                $"The input \"{input.Name}\" takes numbers (FP32, FP64, INT*, UINT* or BOOL), not BYTES.",
                input.Name)
            : datatype;
    }

    private int Rows(TensorHeader header)
    {
        var shape = header.Shape;
        if (shape is not ([_] or [_, 1]))
        {
            throw new RequestFaultException(
                RequestFaultCode.WrongShape,
                $"The input \"{input.Name}\" must have shape [n, 1] or [n], not {Text(shape)}.",
                input.Name);
        }

        if (shape[0] > limits.RowsMax)
        {
            throw new RequestFaultException(
                RequestFaultCode.TooManyRows,
                $"The request has {shape[0]} rows; at most {limits.RowsMax} are taken.",
                input.Name);
        }

        return shape[0] > 0
            ? (int)shape[0]
            : throw new RequestFaultException(RequestFaultCode.NoRows, "The request has no rows.", input.Name);
    }

    private void Add(ref Utf8JsonReader reader, TensorDatatype datatype, ColumnValues values, int rows)
    {
        if (values.Count == rows)
        {
            throw Mismatch(rows + 1, rows);
        }

        var fits = (datatype, reader.TokenType) switch
        {
            (_, JsonTokenType.Null) => true,
            (TensorDatatype.Bool, JsonTokenType.True or JsonTokenType.False) => true,
            (TensorDatatype.Bool, JsonTokenType.Number) => reader.TryGetInt64(out var bit) && bit is 0 or 1,
            (TensorDatatype.SignedInteger, JsonTokenType.Number) => reader.TryGetInt64(out _),
            (TensorDatatype.UnsignedInteger, JsonTokenType.Number) => reader.TryGetUInt64(out _),
            (TensorDatatype.Float, JsonTokenType.Number) => true,
            (TensorDatatype.Bytes, JsonTokenType.String) => true,
            _ => false,
        };
        if (!fits)
        {
            throw new RequestFaultException(
                RequestFaultCode.WrongValue,
                $"The input \"{input.Name}\" has a value in row {values.Count} that is not of its datatype.",
                input.Name,
                values.Count);
        }

        values.Add(ref reader);
    }

    private void RequireInnerEnd(ref Utf8JsonReader reader, int row)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.EndArray)
        {
            throw new RequestFaultException(
                RequestFaultCode.WrongShape,
                $"The input \"{input.Name}\" has more than one value in row {row}.",
                input.Name,
                row);
        }
    }

    private RequestFaultException Mismatch(int found, int rows) => new(
        RequestFaultCode.LengthMismatch,
        $"The input \"{input.Name}\" has {(found > rows ? "more than " + rows : found)} values for a shape of {rows}.",
        input.Name);

    private static string Text(List<long>? shape) => shape is null ? "none" : $"[{string.Join(", ", shape)}]";
}
