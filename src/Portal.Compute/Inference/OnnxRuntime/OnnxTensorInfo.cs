namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>One input or output that a model declares.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="IsTensor">False for sequences, maps and optionals, which this product does not serve.</param>
/// <param name="ElementType">Element type; undefined when not a tensor.</param>
/// <param name="Shape">Sizes; -1 stands for a dynamic one.</param>
/// <param name="DimensionNames">Symbolic names of dynamic dimensions, empty where there is none.</param>
public sealed record OnnxTensorInfo(
    string Name,
    bool IsTensor,
    OnnxElementType ElementType,
    IReadOnlyList<long> Shape,
    IReadOnlyList<string> DimensionNames);
