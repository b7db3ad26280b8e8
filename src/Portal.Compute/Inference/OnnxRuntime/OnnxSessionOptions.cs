namespace Portal.Compute.Inference.OnnxRuntime;

/// <summary>How a session computes.</summary>
public sealed record OnnxSessionOptions
{
    /// <summary>Threads inside one operator, 1 to 64; 1 (the default) runs on the caller's thread alone.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the graph is optimised at load. Default true.</summary>
    public bool Optimise { get; init; } = true;

    /// <summary>Whether memory is planned from earlier runs; off keeps small models small. Default false.</summary>
    public bool MemoryPattern { get; init; }
}
