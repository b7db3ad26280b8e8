using Orleans;
using Portal.Grains.Keys;

namespace Portal.Grains.Datasets;

/// <summary>The answer of what adds a version; not new when the dataset had that very version before.</summary>
[GenerateSerializer, Immutable, Alias("portal.DatasetAdded")]
public sealed record DatasetAdded(
    [property: Id(0)] DatasetId Dataset,
    [property: Id(1)] string Name,
    [property: Id(2)] DatasetVersion Version,
    [property: Id(3)] bool IsNew);
