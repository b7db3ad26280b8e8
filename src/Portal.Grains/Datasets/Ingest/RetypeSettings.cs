using System.Collections.Immutable;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>
/// What is to be different in the new version. <paramref name="SubjectKey"/>: null keeps it, an empty text removes it.
/// </summary>
public sealed record RetypeSettings(ImmutableDictionary<string, string> Types, string? SubjectKey);
