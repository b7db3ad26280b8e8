namespace Portal.Compute.Inference.Protocol;

/// <summary>Names of datatypes in the Open Inference Protocol.</summary>
internal static class TensorDatatypes
{
    public const string Float32 = "FP32";
    public const string Bytes = "BYTES";

    public static TensorDatatype? Parse(string name) => name switch
    {
        "BOOL" => TensorDatatype.Bool,
        "INT8" or "INT16" or "INT32" or "INT64" => TensorDatatype.SignedInteger,
        "UINT8" or "UINT16" or "UINT32" or "UINT64" => TensorDatatype.UnsignedInteger,
        "FP16" or Float32 or "FP64" => TensorDatatype.Float,
        Bytes => TensorDatatype.Bytes,
        _ => null,
    };
}
