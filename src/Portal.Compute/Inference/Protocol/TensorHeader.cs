namespace Portal.Compute.Inference.Protocol;

/// <summary>One tensor of a request before its data is read.</summary>
internal sealed class TensorHeader
{
    public string? Name { get; set; }

    public string? Datatype { get; set; }

    public List<long>? Shape { get; set; }

    /// <summary>Where the data lies in the body; null when there is none.</summary>
    public Range? Data { get; set; }
}
