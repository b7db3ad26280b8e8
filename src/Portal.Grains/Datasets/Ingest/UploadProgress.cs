using Portal.Grains.Keys;

namespace Portal.Grains.Datasets.Ingest;

/// <summary>Where an upload stands.</summary>
public enum UploadStage
{
    /// <summary>Bytes are arriving, and are read while they do.</summary>
    Receiving,

    /// <summary>All bytes are there; the statistics are made exact.</summary>
    Reading,

    /// <summary>The version is being committed.</summary>
    Saving,

    /// <summary>The version is there.</summary>
    Done,

    /// <summary>It was refused; nothing is left of it.</summary>
    Refused,
}

/// <summary>An upload's progress, kept in the memory of the node that takes it in.</summary>
/// <param name="Id">The sender's id.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Bytes">Bytes read so far; begins anew when the stage is <see cref="UploadStage.Reading"/>.</param>
/// <param name="TotalBytes">The announced length, where there is one.</param>
/// <param name="Rows">Data rows read so far.</param>
/// <param name="Dataset">Whose version it became.</param>
/// <param name="Version">That version's number.</param>
/// <param name="Error">The code of the refusal.</param>
public sealed record UploadProgress(
    string Id,
    UploadStage Stage,
    long Bytes,
    long? TotalBytes,
    long Rows,
    DatasetId? Dataset = null,
    int? Version = null,
    string? Error = null);
