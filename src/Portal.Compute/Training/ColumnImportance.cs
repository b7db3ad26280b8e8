namespace Portal.Compute.Training;

/// <summary>How much of the loss reduction came from splits on a column.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ColumnImportance(string Column, double Share);
