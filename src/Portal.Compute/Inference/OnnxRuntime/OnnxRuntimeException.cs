namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>ONNX Runtime refused a model or a run.</summary>
public sealed class OnnxRuntimeException(OnnxErrorCode code, string message) : Exception(message)
{
    public OnnxErrorCode Code { get; } = code;
}
