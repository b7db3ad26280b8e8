namespace Portal.Compute.Inference.Protocol;

/// <summary>Stable codes of faults in a request.</summary>
public static class RequestFaultCode
{
    public const string BodyTooLarge = "body-too-large";
    public const string InvalidJson = "invalid-json";
    public const string InvalidRequest = "invalid-request";
    public const string NoRows = "no-rows";
    public const string TooManyRows = "too-many-rows";
    public const string UnknownInput = "unknown-input";
    public const string DuplicateInput = "duplicate-input";
    public const string MissingInput = "missing-input";
    public const string WrongDatatype = "wrong-datatype";
    public const string WrongShape = "wrong-shape";
    public const string LengthMismatch = "length-mismatch";
    public const string WrongValue = "wrong-value";
    public const string UnknownOutput = "unknown-output";
    public const string BinaryNotSupported = "binary-not-supported";
    public const string UnknownColumn = "unknown-column";
    public const string DuplicateColumn = "duplicate-column";
    public const string MissingColumn = "missing-column";
}
