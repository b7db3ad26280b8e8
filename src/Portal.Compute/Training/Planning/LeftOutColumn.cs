namespace Portal.Compute.Training.Planning;

/// <summary>A column that is not learned from.</summary>
/// <param name="Name">The column.</param>
/// <param name="Reason">One of <see cref="LeftOutReason"/>.</param>
public sealed record LeftOutColumn(string Name, string Reason);
