using Orleans;

namespace Portal.Grains.Datasets;

/// <summary>
/// A new dataset: a name of 1 to 120 characters that the project does not have yet, and its first file.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.CreateDataset")]
public sealed record CreateDataset([property: Id(0)] string Name, [property: Id(1)] IngestedContent Content);
