using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Keys;

namespace Portal.Grains.Training;

/// <summary>What a run is to do: everything that decides its result, resolved when it was asked for.</summary>
[GenerateSerializer, Immutable, Alias("portal.RunRequest")]
public sealed record RunRequest
{
    /// <summary>The dataset.</summary>
    [Id(0)]
    public required DatasetId Dataset { get; init; }

    /// <summary>Its version.</summary>
    [Id(1)]
    public required int DatasetVersion { get; init; }

    /// <summary>SHA-256 of that version's bytes in lower-case hex.</summary>
    [Id(2)]
    public required string DatasetSha256 { get; init; }

    /// <summary>The dataset's name when the run was asked for.</summary>
    [Id(3)]
    public required string DatasetName { get; init; }

    /// <summary>The column to predict.</summary>
    [Id(4)]
    public required string Target { get; init; }

    /// <summary>The columns to learn from; null left the choice to the product.</summary>
    [Id(5)]
    public ImmutableArray<string>? Columns { get; init; }

    /// <summary>The model that gets the version; null when <see cref="ModelName"/> says it.</summary>
    [Id(6)]
    public ModelId? Model { get; init; }

    /// <summary>The name of a new model, or of one that predicts the same column.</summary>
    [Id(7)]
    public string? ModelName { get; init; }

    /// <summary>Decides the split and all sampling.</summary>
    [Id(8)]
    public required long Seed { get; init; }
}
