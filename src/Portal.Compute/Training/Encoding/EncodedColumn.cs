using Portal.Compute.Inference;

namespace Portal.Compute.Training.Encoding;

/// <summary>How one column becomes features; learned on training rows only.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">Number or category.</param>
/// <param name="Levels">
/// Categories that are split one by one, in the order of their codes; the empty string stands for missing. A category
/// that is not listed has no code and is "none of them". Empty for numbers and for columns of many categories.
/// </param>
/// <param name="Means">Numbers that stand for the categories of a column of many; null otherwise.</param>
/// <param name="KnownLevels">Categories seen, the most frequent first.</param>
internal sealed record EncodedColumn(
    string Name, InputKind Kind, IReadOnlyList<string> Levels, LevelMeans? Means, IReadOnlyList<string> KnownLevels);
