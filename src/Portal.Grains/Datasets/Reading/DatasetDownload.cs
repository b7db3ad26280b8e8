namespace Portal.Grains.Datasets.Reading;

/// <summary>
/// A version's bytes on their way out, exactly as they were uploaded. Whoever got it disposes the stream.
/// </summary>
public sealed record DatasetDownload(Stream Content, string FileName, DatasetVersion Version);
