namespace Portal.Compute.Training;

/// <summary>Rows by what they were used for.</summary>
public sealed record RowCounts(int Train, int Validation, int HoldOut, int WithoutTarget);
