namespace Portal.Compute.Drift;

/// <summary>How much of the training data a reference keeps.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The defaults.</summary>
    public static ReferenceOptions Default { get; } = new();

    /// <summary>Values kept of a numeric column, as a uniform sample. Default 10,000.</summary>
    public int SampleMax { get; init; } = 10_000;

    /// <summary>Categories counted one by one, the most frequent first. Default 1,000.</summary>
    public int CategoriesMax { get; init; } = 1_000;

    /// <summary>Seed of the sample. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
