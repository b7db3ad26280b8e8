namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>What a model file says about itself. Text of unknown origin: never shown unescaped.</summary>
public sealed record OnnxModelMetadata(
    string Producer,
    string GraphName,
    string Domain,
    string Description,
    long Version,
    IReadOnlyDictionary<string, string> Custom);
