namespace Portal.Grains.Models;

/// <summary>A version's graph on its way out. Whoever got it disposes the stream.</summary>
public sealed record ArtifactDownload(Stream Content, string FileName, ModelVersion Version);
