namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>Error codes of ONNX Runtime, and those of this binding from 100 on.</summary>
public enum OnnxErrorCode
{
    Ok = 0,
    Fail = 1,
    InvalidArgument = 2,
    NoSuchFile = 3,
    NoModel = 4,
    EngineError = 5,
    RuntimeException = 6,
    InvalidProtobuf = 7,
    ModelLoaded = 8,
    NotImplemented = 9,
    InvalidGraph = 10,
    ExecutionProviderFail = 11,
    ModelLoadCanceled = 12,
    ModelRequiresCompilation = 13,
    NotFound = 14,

    /// <summary>An input was not given. The library does not check this itself.</summary>
    MissingInput = 100,
}
