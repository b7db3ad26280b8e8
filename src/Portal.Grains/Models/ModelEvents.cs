using System.Collections.Immutable;
using Portal.Grains.Runtime;

namespace Portal.Grains.Models;

/// <summary>A model was made; its versions follow.</summary>
[EventType("model.created")]
public sealed record ModelCreated(string Name, ProblemKind Problem, string Target, DateTimeOffset At) : IDomainEvent;

/// <summary>An immutable version was registered.</summary>
[EventType("model.version-registered")]
public sealed record ModelVersionRegistered(ModelVersion Version) : IDomainEvent
{
    /// <inheritdoc />
    public EventFacts Facts() => new()
    {
        ObjectVersion = Version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ObjectHash = Version.Artifact.Sha256,
    };
}

/// <summary>It has another name from now on.</summary>
[EventType("model.renamed")]
public sealed record ModelRenamed(string Name) : IDomainEvent;

/// <summary>It is described otherwise from now on.</summary>
[EventType("model.described")]
public sealed record ModelDescribed(string Description) : IDomainEvent;

/// <summary>It has these tags from now on, and no others.</summary>
[EventType("model.tagged")]
public sealed record ModelTagged(ImmutableSortedDictionary<string, string> Tags) : IDomainEvent;

/// <summary>Somebody took a version's graph out of the product.</summary>
[EventType("model.artifact-downloaded")]
public sealed record ModelArtifactDownloaded(string Model, int Version, long Bytes) : IDomainEvent;
