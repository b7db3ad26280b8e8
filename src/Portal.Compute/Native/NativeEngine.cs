namespace Portal.Compute.Native;

/// <summary>A native engine: the file to load, and what must be loaded before it, in order.</summary>
/// <param name="FileName">Shared object name.</param>
/// <param name="Dependencies">Sonames that the engine needs; found by the loader once they are loaded.</param>
public sealed record NativeEngine(string FileName, IReadOnlyList<string> Dependencies)
{
    /// <summary>ONNX Runtime 1.17 or later; a CUDA build is a file swap.</summary>
    public static NativeEngine OnnxRuntime { get; } = new("libonnxruntime.so.1", []);

    /// <summary>XGBoost 1.7.</summary>
    public static NativeEngine XgBoost { get; } = new("libxgboost.so.0", ["libgomp.so.1", "libdmlc.so.0"]);
}
