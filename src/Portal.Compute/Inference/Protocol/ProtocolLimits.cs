namespace Portal.Compute.Inference.Protocol;

/// <summary>Bounds of one request.</summary>
public sealed record ProtocolLimits
{
    /// <summary>Rows at most. Default 10,000.</summary>
    public int RowsMax { get; init; } = 10_000;

    /// <summary>Bytes of the body at most. Default 16 MiB.</summary>
    public int BodyBytesMax { get; init; } = 16 * 1024 * 1024;

    /// <summary>Characters of a request's id at most. Default 256.</summary>
    public int IdLengthMax { get; init; } = 256;
}
