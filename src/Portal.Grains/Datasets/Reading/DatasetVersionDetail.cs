namespace Portal.Grains.Datasets.Reading;

/// <summary>A version with its statistics.</summary>
public sealed record DatasetVersionDetail(DatasetVersion Version, DatasetProfile Profile);
