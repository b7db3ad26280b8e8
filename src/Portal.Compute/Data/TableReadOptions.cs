namespace Portal.Compute.Data;

/// <summary>How a file is read into memory.</summary>
public sealed record TableReadOptions
{
    /// <summary>The defaults.</summary>
    public static TableReadOptions Default { get; } = new();

    /// <summary>Bounds on the file.</summary>
    public CsvLimits Limits { get; init; } = CsvLimits.Default;

    /// <summary>Rows kept. A numeric or category cell costs 4 bytes. Default 2 million.</summary>
    public int RowsMax { get; init; } = 2_000_000;

    /// <summary>
    /// When the file has more rows: true keeps a uniform seeded sample in file order, false refuses. Default false.
    /// </summary>
    public bool SampleWhenLarger { get; init; }

    /// <summary>Seed of that sample. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Distinct strings of one column; more are refused. Default 100,000.</summary>
    public int LevelsMax { get; init; } = 100_000;
}
