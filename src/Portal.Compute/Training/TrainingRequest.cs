using Portal.Compute.Inference;
using Portal.Compute.Training.Planning;

namespace Portal.Compute.Training;

/// <summary>What a person asked to be trained.</summary>
public sealed record TrainingRequest
{
    /// <summary>Column to predict.</summary>
    public required string Target { get; init; }

    /// <summary>Columns to learn from; null leaves the choice to the product.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Column that identifies a person or thing; never learned from.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>Kind of problem; null infers it from the target.</summary>
    public ProblemKind? Problem { get; init; }

    /// <summary>The class a binary model is about; null chooses it.</summary>
    public string? PositiveClass { get; init; }

    /// <summary>Decides the split and all sampling.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Columns that the table lacks because they were not read, with the reason; go into the report.</summary>
    public IReadOnlyList<LeftOutColumn> NotRead { get; init; } = [];

    public TrainingOptions Options { get; init; } = new();
}
