using System.Collections.Immutable;

namespace Portal.Grains.Datasets.Reading;

/// <summary>The first rows of a version, as text.</summary>
public sealed record DatasetPreview(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
