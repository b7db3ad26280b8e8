using System.Collections.Immutable;

namespace Portal.Compute.Data;

/// <summary>How a file is profiled.</summary>
public sealed record CsvProfileOptions
{
    /// <summary>The defaults.</summary>
    public static CsvProfileOptions Default { get; } = new();

    /// <summary>Bounds on the file.</summary>
    public CsvLimits Limits { get; init; } = CsvLimits.Default;

    /// <summary>
    /// Types that a person set, by column name; values that do not fit count as missing. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, ColumnType> Overrides { get; init; } =
        ImmutableDictionary<string, ColumnType>.Empty;

    /// <summary>Delimiter, or null to detect it. Default null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Seed of the samples behind quantiles. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
