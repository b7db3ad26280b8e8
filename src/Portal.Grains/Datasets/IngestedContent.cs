using System.Collections.Immutable;
using Orleans;

namespace Portal.Grains.Datasets;

/// <summary>A file that lies committed in the cell's blobs and was read through: what a version is made of.</summary>
[GenerateSerializer, Immutable, Alias("portal.IngestedContent")]
public sealed record IngestedContent
{
    /// <summary>The blob's name.</summary>
    [Id(0)]
    public required string Blob { get; init; }

    /// <summary>SHA-256 of the bytes in lower-case hex.</summary>
    [Id(1)]
    public required string Sha256 { get; init; }

    /// <summary>Length in bytes.</summary>
    [Id(2)]
    public required long Bytes { get; init; }

    /// <summary>Data rows.</summary>
    [Id(3)]
    public required long Rows { get; init; }

    /// <summary>The separator.</summary>
    [Id(4)]
    public required char Delimiter { get; init; }

    /// <summary>The columns in the order of the file.</summary>
    [Id(5)]
    public required ImmutableArray<DatasetColumn> Columns { get; init; }

    /// <summary>The column that names the subject of a row, or null.</summary>
    [Id(6)]
    public string? SubjectKey { get; init; }

    /// <summary>Cells without a value, all columns together.</summary>
    [Id(7)]
    public required long MissingCells { get; init; }

    /// <summary>A <see cref="DatasetProfile"/> as JSON.</summary>
    [Id(8)]
    public required string Profile { get; init; }
}
