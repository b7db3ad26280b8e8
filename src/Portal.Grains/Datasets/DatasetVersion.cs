using System.Collections.Immutable;
using Orleans;

namespace Portal.Grains.Datasets;

/// <summary>An immutable, content-addressed, encrypted version of a dataset.</summary>
[GenerateSerializer, Immutable, Alias("portal.DatasetVersion")]
public sealed record DatasetVersion
{
    /// <summary>1, 2, 3 per dataset. Corrected types make a new version of the same bytes.</summary>
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>The blob's name in the cell.</summary>
    [Id(1)]
    public required string Blob { get; init; }

    /// <summary>SHA-256 of the uploaded bytes in hex.</summary>
    [Id(2)]
    public required string Sha256 { get; init; }

    /// <summary>Length of the uploaded bytes.</summary>
    [Id(3)]
    public required long Bytes { get; init; }

    /// <summary>Data rows, the header not counted.</summary>
    [Id(4)]
    public required long Rows { get; init; }

    /// <summary>The separator: comma, semicolon, tab or bar.</summary>
    [Id(5)]
    public required char Delimiter { get; init; }

    /// <summary>The columns in the order of the file.</summary>
    [Id(6)]
    public required ImmutableArray<DatasetColumn> Columns { get; init; }

    /// <summary>
    /// The column that names the person or thing a row is about; never trained on. Null when there is none.
    /// </summary>
    [Id(7)]
    public string? SubjectKey { get; init; }

    /// <summary>When it was added.</summary>
    [Id(8)]
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it: an actor's outward id.</summary>
    [Id(9)]
    public required string AddedBy { get; init; }
}

/// <summary>
/// A column: its name, its type as the data part names it (<c>integer</c>, <c>number</c>, <c>boolean</c>,
/// <c>category</c>, <c>text</c>, <c>date</c>) and, for dates, the .NET format by which they are read.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.DatasetColumn")]
public sealed record DatasetColumn(
    [property: Id(0)] string Name,
    [property: Id(1)] string Type,
    [property: Id(2)] string? DateFormat = null);
