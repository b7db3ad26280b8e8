namespace Portal.Compute.Data;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The trimmed value; in profiles cut to 64 bytes with an ellipsis.</param>
/// <param name="Count">Occurrences.</param>
public sealed record CategoryCount(string Value, long Count);
