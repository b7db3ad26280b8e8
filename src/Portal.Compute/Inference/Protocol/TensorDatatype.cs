namespace Portal.Compute.Inference.Protocol;

/// <summary>Datatypes of the Open Inference Protocol, by what their JSON values are.</summary>
internal enum TensorDatatype
{
    Bool,
    SignedInteger,
    UnsignedInteger,
    Float,
    Bytes,
}
