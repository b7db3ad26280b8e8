using Portal.Compute.Inference;
using Portal.Compute.Inference.OnnxRuntime;
using Portal.Compute.Onnx;
using Portal.Compute.Training.Encoding;
using Portal.Compute.Training.Engines.XGBoost;

namespace Portal.Compute.Training.Graph;

/// <summary>Writes one ONNX graph from raw columns to predictions.</summary>
/// <remarks>
/// Inputs have shape [batch, 1]: numbers as FLOAT (NaN is missing), categories as STRING ("" is missing). A category
/// that training did not see counts as none of the known ones, or as the mean of all. Outputs: <c>label</c> and
/// <c>probabilities</c>, or <c>prediction</c>.
/// </remarks>
internal sealed class ModelGraphWriter(FeatureEncoder encoder, ModelSignature signature)
{
    // Column names are any text: the slash-prefixed names inside keep clear of them, the outputs do so by InputName.
    private const string Prefix = "portal/";
    private const string Features = Prefix + "features";
    private const string Margins = Prefix + "margins";

    private readonly OnnxGraphBuilder _graph = new("portal");

    /// <param name="model">The trees.</param>
    /// <param name="offset">Regression: added to the scaled margin.</param>
    /// <param name="scale">Regression: the margin is multiplied by it.</param>
    public byte[] Write(XgBoostModel model, float offset = 0, float scale = 1)
    {
        var slots = encoder.Columns.Select(Slot).ToArray();
        _graph.Node("Concat", slots, Features, OnnxAttribute.Of("axis", 1));
        new TreeEnsembleWriter(encoder.Features).Write(_graph, model, Features, Margins);
        switch (signature.Problem)
        {
            case ProblemKind.Binary:
                WriteBinary();
                WriteLabel();
                break;
            case ProblemKind.Multiclass:
                _graph.Node("Softmax", [Margins], ModelSignature.ProbabilitiesOutput, OnnxAttribute.Of("axis", 1));
                WriteLabel();
                break;
            case ProblemKind.Regression:
                WriteRegression(offset, scale);
                break;
            default:
                throw new NotSupportedException(signature.Problem.ToString());
        }

        foreach (var output in signature.Outputs)
        {
            _graph.Output(output.Name, output.IsText ? OnnxElementType.String : OnnxElementType.Float, output.Width);
        }

        return _graph.ToBytes(
        [
            new("portal.problem", signature.Problem.ToString()),
            new("portal.target", signature.Target),
        ]);
    }

    /// <summary>The graph's name of a column's input: the column's own, unless something else bears it.</summary>
    private static string InputName(string column) =>
        column.StartsWith(Prefix, StringComparison.Ordinal)
        || column.Length == 0
        || column is ModelSignature.LabelOutput or ModelSignature.ProbabilitiesOutput or ModelSignature.PredictionOutput
            ? "column/" + column
            : column;

    private string Slot(EncodedColumn column, int index)
    {
        var input = InputName(column.Name);
        if (column.Kind is InputKind.Number)
        {
            _graph.Input(input, OnnxElementType.Float, 1);
            return input;
        }

        _graph.Input(input, OnnxElementType.String, 1);
        var slot = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}slot{index}");
        if (column.Means is { } means)
        {
            Lookup(input, slot, means.Levels, means.Values, means.Default);
        }
        else
        {
            Lookup(input, slot, column.Levels, [.. Enumerable.Range(0, column.Levels.Count).Select(i => (float)i)], -1);
        }

        return slot;
    }

    private void Lookup(
        string input, string output, IReadOnlyList<string> keys, IReadOnlyList<float> values, float otherwise)
    {
        // The operator refuses an empty table; a key with the default's value changes nothing.
        var (k, v) = keys.Count == 0 ? ([""], [otherwise]) : (keys, values);
        _graph.LearningNode(
            "LabelEncoder",
            [input],
            output,
            OnnxAttribute.Of("keys_strings", k),
            OnnxAttribute.Of("values_floats", v),
            OnnxAttribute.Of("default_float", otherwise));
    }

    private void WriteBinary()
    {
        _graph.Constant(Prefix + "one", 1f);
        _graph.Node("Sigmoid", [Margins], Prefix + "positive");
        _graph.Node("Sub", [Prefix + "one", Prefix + "positive"], Prefix + "negative");
        _graph.Node(
            "Concat",
            [Prefix + "negative", Prefix + "positive"],
            ModelSignature.ProbabilitiesOutput,
            OnnxAttribute.Of("axis", 1));
    }

    private void WriteLabel()
    {
        _graph.Node(
            "ArgMax",
            [ModelSignature.ProbabilitiesOutput],
            Prefix + "class",
            OnnxAttribute.Of("axis", 1),
            OnnxAttribute.Of("keepdims", 1));
        _graph.LearningNode(
            "LabelEncoder",
            [Prefix + "class"],
            ModelSignature.LabelOutput,
            OnnxAttribute.Of("keys_int64s", Enumerable.Range(0, signature.Classes.Count).Select(i => (long)i)),
            OnnxAttribute.Of("values_strings", signature.Classes),
            OnnxAttribute.Of("default_string", ""));
    }

    private void WriteRegression(float offset, float scale)
    {
        _graph.Constant(Prefix + "offset", offset);
        _graph.Constant(Prefix + "scale", scale);
        _graph.Node("Mul", [Margins, Prefix + "scale"], Prefix + "scaled");
        _graph.Node("Add", [Prefix + "scaled", Prefix + "offset"], ModelSignature.PredictionOutput);
    }
}
