namespace Portal.Compute.Training.Planning;

/// <summary>A value of a column and the rows that have it.</summary>
public sealed record LevelCount(string Level, long Rows);
