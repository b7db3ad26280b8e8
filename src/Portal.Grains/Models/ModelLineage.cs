using Portal.Grains.Keys;

namespace Portal.Grains.Models;

/// <summary>
/// Where a version comes from: the dataset's version, the run, and the hashes of what went in and what came out.
/// <paramref name="DatasetName"/> is null once the dataset was deleted.
/// </summary>
public sealed record ModelLineage(
    DatasetId Dataset,
    string? DatasetName,
    int DatasetVersion,
    string DatasetSha256,
    RunId Run,
    ModelId Model,
    int Version,
    string ArtifactSha256);
