using Portal.Compute.Data;
using Portal.Compute.Inference;

namespace Portal.Grains.Serving.Capture;

/// <summary>Rows of requests to columns of a segment, and segments to a table.</summary>
internal static class SegmentCodec
{
    /// <summary>The document of a segment.</summary>
    public static SegmentDocument Write(Guid id, CaptureSegment segment)
    {
        var inputs = segment.Signature.Inputs.Select((input, i) => input.Kind is InputKind.Number
            ? Number(input.Name, segment.Records.SelectMany(r => ((InferenceColumn.Numbers)r.Batch!.Columns[i]).Values))
            : Text(input.Name, segment.Records.SelectMany(r => ((InferenceColumn.Texts)r.Batch!.Columns[i]).Values)));
        return new(id, [.. inputs, .. Answers(segment)]);
    }

    /// <summary>One table of several segments, cut to <paramref name="rowsMax"/> rows.</summary>
    public static DataTable Read(IReadOnlyList<SegmentDocument> segments, int rowsMax) => new(
        segments.Count == 0
            ? []
            : segments[0].Columns.Select((column, i) => column.Numbers is not null
                ? (DataColumn)new NumericColumn(
                    column.Name,
                    [.. segments.SelectMany(s => s.Columns[i].Numbers!).Take(rowsMax).Select(n => n ?? float.NaN)])
                : Category(column.Name, [.. segments.SelectMany(s => s.Columns[i].Texts!).Take(rowsMax)])));

    private static IEnumerable<SegmentColumn> Answers(CaptureSegment segment)
    {
        var results = segment.Records.Select(r => r.Result!);
        if (segment.Signature.Problem is ProblemKind.Regression)
        {
            return [Number(CapturedRows.Prediction, results.SelectMany(r => r.Values))];
        }

        return
        [
            Text(CapturedRows.Prediction, results.SelectMany(r => r.Labels)),
            Number(CapturedRows.Score, results.SelectMany(r => Scores(r, segment.Signature))),
        ];
    }

    private static IEnumerable<float> Scores(InferenceResult result, ModelSignature signature)
    {
        var classes = signature.Classes.Count;
        for (var row = 0; row < result.RowCount; row++)
        {
            var own = result.Probabilities.AsSpan(row * classes, classes);
            yield return signature.Problem is ProblemKind.Binary ? own[1] : Largest(own);
        }
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }

    private static SegmentColumn Number(string name, IEnumerable<float> values) =>
        new(name, [.. values.Select(v => float.IsFinite(v) ? v : (float?)null)], null);

    private static SegmentColumn Text(string name, IEnumerable<string> values) =>
        new(name, null, [.. values.Select(v => v.Length == 0 ? null : v)]);

    private static CategoryColumn Category(string name, string?[] values)
    {
        string[] levels = [.. values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var codes = Array.ConvertAll(
            values, v => v is null ? CategoryColumn.Missing : Array.BinarySearch(levels, v, StringComparer.Ordinal));
        return new CategoryColumn(name, levels, codes);
    }
}
