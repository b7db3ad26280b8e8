using System.Runtime.InteropServices;
using Portal.Compute.Inference.OnnxRuntime;

namespace Portal.Compute.Onnx;

/// <summary>
/// Builds an ONNX model (IR 8, ai.onnx 17, ai.onnx.ml 3). The same calls give the same bytes.
/// Field numbers are those of onnx.proto.
/// </summary>
internal sealed class OnnxGraphBuilder(string name)
{
    /// <summary>Domain of the operators for classical machine learning.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    private const long IrVersion = 8;
    private const long Opset = 17;
    private const long MachineLearningOpset = 3;

    private readonly List<ProtobufWriter> _nodes = [];
    private readonly List<ProtobufWriter> _initializers = [];
    private readonly List<ProtobufWriter> _inputs = [];
    private readonly List<ProtobufWriter> _outputs = [];

    /// <summary>Declares an input of shape [batch, <paramref name="width"/>].</summary>
    public void Input(string input, OnnxElementType type, long width) => _inputs.Add(Value(input, type, width));

    /// <summary>Declares an output of shape [batch, <paramref name="width"/>].</summary>
    public void Output(string output, OnnxElementType type, long width) => _outputs.Add(Value(output, type, width));

    /// <summary>A constant vector.</summary>
    public void Constant(string constant, params ReadOnlySpan<float> values) =>
        _initializers.Add(new ProtobufWriter()
            .Int(1, values.Length)
            .Int(2, (long)OnnxElementType.Float)
            .Text(8, constant)
            .Bytes(9, MemoryMarshal.AsBytes(values)));

    /// <summary>Adds an operator of ai.onnx.</summary>
    public void Node(
        string operation, IEnumerable<string> inputs, string output, params ReadOnlySpan<OnnxAttribute> attributes) =>
        Add("", operation, inputs, output, attributes);

    /// <summary>Adds an operator of ai.onnx.ml.</summary>
    public void LearningNode(
        string operation, IEnumerable<string> inputs, string output, params ReadOnlySpan<OnnxAttribute> attributes) =>
        Add(MachineLearning, operation, inputs, output, attributes);

    /// <summary>The model's bytes.</summary>
    /// <param name="metadata">Custom properties, written in the order given.</param>
    public byte[] ToBytes(IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var graph = new ProtobufWriter()
            .Messages(1, _nodes)
            .Text(2, name)
            .Messages(5, _initializers)
            .Messages(11, _inputs)
            .Messages(12, _outputs);
        return new ProtobufWriter()
            .Int(1, IrVersion)
            .Text(2, "portal")
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Int(2, Opset))
            .Message(8, new ProtobufWriter().Text(1, MachineLearning).Int(2, MachineLearningOpset))
            .Messages(14, metadata.Select(pair => new ProtobufWriter().Text(1, pair.Key).Text(2, pair.Value)))
            .ToArray();
    }

    private void Add(
        string domain, string operation, IEnumerable<string> inputs, string output,
        ReadOnlySpan<OnnxAttribute> attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output).Text(4, operation);
        foreach (var attribute in attributes)
        {
            node.Message(5, attribute.Message);
        }

        _nodes.Add(domain.Length == 0 ? node : node.Text(7, domain));
    }

    private static ProtobufWriter Value(string name, OnnxElementType type, long width)
    {
        var shape = new ProtobufWriter()
            .Message(1, new ProtobufWriter().Text(2, "batch"))
            .Message(1, new ProtobufWriter().Int(1, width));
        var tensor = new ProtobufWriter().Int(1, (long)type).Message(2, shape);
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor));
    }
}
