using System.Text.Json;

namespace Portal.Compute.Inference.Protocol;

/// <summary>
/// Reads the simple form: <c>{"rows":[{"column":value,…},…]}</c>. Every column must be named in every row; null is a
/// missing value.
/// </summary>
public static class RowsReader
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
        InferenceBatch? batch = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("rows");
            reader.Read();
            if (isRows)
            {
                batch = Rows(ref reader, signature, limits);
            }
            else
            {
                reader.Skip();
            }
        }

        RequestReading.RequireEnd(ref reader);
        return new InferenceRequest(
            null,
            batch ?? throw new RequestFaultException(RequestFaultCode.InvalidRequest, "The request has no \"rows\"."),
            [.. signature.Outputs.Select(output => output.Name)]);
    }

    private static InferenceBatch Rows(ref Utf8JsonReader reader, ModelSignature signature, ProtocolLimits limits)
    {
        RequestReading.RequireArray(ref reader, "\"rows\"");
        var index = signature.Inputs.Select((input, i) => (input.Name, i))
            .ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var columns = signature.Inputs.Select(input => new ColumnValues(input)).ToArray();
        var row = 0;
        for (; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; row++)
        {
            if (row == limits.RowsMax)
            {
                throw new RequestFaultException(
                    RequestFaultCode.TooManyRows, $"The request has more than {limits.RowsMax} rows.");
            }

            Row(ref reader, row, signature, index, columns);
        }

        return row > 0
            ? new InferenceBatch(row, [.. columns.Select(column => column.ToColumn())])
            : throw new RequestFaultException(RequestFaultCode.NoRows, "The request has no rows.");
    }

    private static void Row(
        ref Utf8JsonReader reader,
        int row,
        ModelSignature signature,
        Dictionary<string, int> index,
        ColumnValues[] columns)
    {
        RequestReading.RequireObject(ref reader, $"Row {row + 1}");
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = RequestReading.Text(ref reader);
            reader.Read();
            if (!index.TryGetValue(name, out var at))
            {
                throw new RequestFaultException(
                    RequestFaultCode.UnknownColumn, $"The model has no column \"{name}\" (row {row + 1}).", name, row);
            }

            if (columns[at].Count > row)
            {
                throw new RequestFaultException(
                    RequestFaultCode.DuplicateColumn, $"Row {row + 1} names the column \"{name}\" twice.", name, row);
            }

            columns[at].Add(ref reader);
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Count == row)
            {
                var name = signature.Inputs[i].Name;
                throw new RequestFaultException(
                    RequestFaultCode.MissingColumn,
                    $"Row {row + 1} lacks the column \"{name}\"; send null where there is no value.",
                    name,
                    row);
            }
        }
    }
}
