using System.Collections.Immutable;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>What comes with a file.</summary>
public sealed record UploadSettings
{
    /// <summary>Nothing but the file.</summary>
    public static UploadSettings None { get; } = new();

    /// <summary>Types that a person set, by column name; all others are inferred.</summary>
    public ImmutableDictionary<string, string> Types { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The column that names the subject of a row; null for none.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>The length that the sender announced, where he did.</summary>
    public long? Length { get; init; }

    /// <summary>An id of the sender's choice by which the progress can be asked for; null for none.</summary>
    public string? UploadId { get; init; }
}
