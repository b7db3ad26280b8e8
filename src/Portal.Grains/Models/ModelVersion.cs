using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Keys;

namespace Portal.Grains.Models;

/// <summary>
/// An encrypted blob that belongs to a version: its name in the cell, SHA-256 in hex, length in bytes.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.StoredArtifact")]
public sealed record StoredArtifact(
    [property: Id(0)] string Name, [property: Id(1)] string Sha256, [property: Id(2)] long Bytes);

/// <summary>What kind of answer a model gives.</summary>
public enum ProblemKind
{
    /// <summary>One of two classes.</summary>
    Binary,

    /// <summary>One of several classes.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Regression,
}

/// <summary>An immutable version of a model, with all that is needed to judge it, rebuild it and serve it.</summary>
[GenerateSerializer, Immutable, Alias("portal.ModelVersion")]
public sealed record ModelVersion
{
    /// <summary>1, 2, 3 per model.</summary>
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>The run that made it.</summary>
    [Id(1)]
    public required RunId Run { get; init; }

    /// <summary>The dataset, its version and the SHA-256 of the bytes it was trained on.</summary>
    [Id(2)]
    public required DatasetId Dataset { get; init; }

    /// <summary>The dataset's version.</summary>
    [Id(3)]
    public required int DatasetVersion { get; init; }

    /// <summary>SHA-256 of the dataset's bytes in hex.</summary>
    [Id(4)]
    public required string DatasetSha256 { get; init; }

    /// <summary>Binary, multiclass or regression.</summary>
    [Id(5)]
    public required ProblemKind Problem { get; init; }

    /// <summary>The column that is predicted.</summary>
    [Id(6)]
    public required string Target { get; init; }

    /// <summary>Inputs and outputs.</summary>
    [Id(7)]
    public required ModelSignature Signature { get; init; }

    /// <summary>
    /// Metrics on rows that training never saw, by name: <c>roc-auc</c>, <c>log-loss</c>, <c>rmse</c>, …
    /// </summary>
    [Id(8)]
    public required ImmutableSortedDictionary<string, double> Metrics { get; init; }

    /// <summary>The same of the simple baseline.</summary>
    [Id(9)]
    public required ImmutableSortedDictionary<string, double> BaselineMetrics { get; init; }

    /// <summary>The ONNX graph.</summary>
    [Id(10)]
    public required StoredArtifact Artifact { get; init; }

    /// <summary>The training data's distributions, for drift.</summary>
    [Id(11)]
    public required StoredArtifact Reference { get; init; }

    /// <summary>The whole training report as JSON: curves, importance, confusion.</summary>
    [Id(12)]
    public required StoredArtifact Report { get; init; }

    /// <summary>Everything that was set, by name.</summary>
    [Id(13)]
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>The seed.</summary>
    [Id(14)]
    public required long Seed { get; init; }

    /// <summary>The engine and its version, such as <c>XGBoost 1.7.4</c>.</summary>
    [Id(15)]
    public required string Engine { get; init; }

    /// <summary>When it was registered.</summary>
    [Id(16)]
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Who had it trained: an actor's outward id.</summary>
    [Id(17)]
    public required string RegisteredBy { get; init; }
}
