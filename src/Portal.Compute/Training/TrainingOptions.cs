namespace Portal.Compute.Training;

/// <summary>The product's defaults; the same for every file.</summary>
public sealed record TrainingOptions
{
    /// <summary>Share of rows that only the final figures are measured on.</summary>
    public double HoldOutShare { get; init; } = 0.2;

    /// <summary>Share of the remaining rows that decides when training stops.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>Rows with a target that are needed at least.</summary>
    public int RowsMin { get; init; } = 50;

    /// <summary>Classes at most.</summary>
    public int ClassesMax { get; init; } = 50;

    /// <summary>Rows that each class needs, so that every part of the split has some.</summary>
    public int RowsPerClassMin { get; init; } = 5;

    /// <summary>A numeric target of whole numbers with at most so many distinct values is taken for classes.</summary>
    public int NumericClassesMax { get; init; } = 10;

    /// <summary>Categories up to which a column is split level by level; beyond, levels become target means.</summary>
    public int IndicatorLevelsMax { get; init; } = 100;

    /// <summary>Boosting rounds at most.</summary>
    public int RoundsMax { get; init; } = 1000;

    /// <summary>Rounds without improvement before training stops.</summary>
    public int Patience { get; init; } = 40;

    /// <summary>Threads of the engine; null: 2 from 10,000 rows, else 1. Results do not depend on it.</summary>
    public int? Threads { get; init; }
}
