using Portal.Grains.Keys;

namespace Portal.Grains.Datasets.Reading;

/// <summary>A dataset as lists show it; figures are those of its newest version.</summary>
public sealed record DatasetSummary
{
    /// <summary>The id.</summary>
    public required DatasetId Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the newest version.</summary>
    public required int Latest { get; init; }

    /// <summary>Data rows.</summary>
    public required long Rows { get; init; }

    /// <summary>Columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Bytes as uploaded.</summary>
    public required long Bytes { get; init; }

    /// <summary>Cells without a value.</summary>
    public required long MissingCells { get; init; }

    /// <summary>SHA-256 of the bytes in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The column that names the subject of a row.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who created it: an actor's outward id.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Version of the stream, for <c>If-Match</c>.</summary>
    public required long Revision { get; init; }

    /// <summary>Share of cells without a value, from 0 to 1.</summary>
    public double MissingShare => Rows * Columns == 0 ? 0 : (double)MissingCells / (Rows * Columns);
}
