using System.Globalization;
using Portal.Grains.Runtime;

namespace Portal.Grains.Datasets;

/// <summary>A dataset came to be.</summary>
[EventType("dataset.created")]
public sealed record DatasetCreated(string Name) : IDomainEvent;

/// <summary>It got a version; the hash in the envelope is that of the bytes.</summary>
[EventType("dataset.version-added")]
public sealed record DatasetVersionAdded(DatasetVersion Version) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        ObjectVersion = Version.Number.ToString(CultureInfo.InvariantCulture),
        ObjectHash = Version.Sha256,
        Classification = DatasetContent.ClassificationOf(Version),
    };
}

/// <summary>It got another name.</summary>
[EventType("dataset.renamed")]
public sealed record DatasetRenamed(string From, string To) : IDomainEvent;

/// <summary>It was deleted: nobody reads it any more, its bytes are about to be destroyed.</summary>
[EventType("dataset.deleted")]
public sealed record DatasetDeleted(string Name, int Versions) : IDomainEvent;

/// <summary>Its bytes and their keys are gone for good.</summary>
[EventType("dataset.destroyed")]
public sealed record DatasetDestroyed(int Blobs) : IDomainEvent;

/// <summary>Somebody read its rows: downloaded them, or looked at the first ones.</summary>
[EventType("dataset.accessed")]
public sealed record DatasetAccessed(string Purpose, long? Rows) : IDomainEvent;
