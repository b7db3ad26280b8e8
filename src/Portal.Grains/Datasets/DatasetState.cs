using System.Collections.Immutable;
using Portal.Grains.Runtime;

namespace Portal.Grains.Datasets;

/// <summary>What a dataset's events add up to.</summary>
public sealed record DatasetState : IGrainState<DatasetState>
{
    /// <inheritdoc />
    public static DatasetState Empty { get; } = new();

    /// <summary>The name; null before it was created.</summary>
    public string? Name { get; private init; }

    /// <summary>Every version, 1 first. They stay after a deletion, for lineage; their bytes do not.</summary>
    public ImmutableArray<DatasetVersion> Versions { get; private init; } = [];

    /// <summary>Deleted: nothing may use it any more.</summary>
    public bool IsDeleted { get; private init; }

    /// <summary>The bytes and keys of a deleted dataset are gone.</summary>
    public bool IsDestroyed { get; private init; }

    /// <summary>The stream's version.</summary>
    public long Revision { get; private init; }

    /// <summary>Created and not deleted.</summary>
    public bool Exists => Name is not null && !IsDeleted;

    /// <summary>The newest version; null before the first.</summary>
    public DatasetVersion? Latest => Versions.IsEmpty ? null : Versions[^1];

    /// <summary>A version by its number, or null.</summary>
    public DatasetVersion? Find(int number) => number >= 1 && number <= Versions.Length ? Versions[number - 1] : null;

    /// <inheritdoc />
    public DatasetState Apply(IDomainEvent happened)
    {
        var next = happened switch
        {
            DatasetCreated created => this with { Name = created.Name },
            DatasetVersionAdded added => this with { Versions = Versions.Add(added.Version) },
            DatasetRenamed renamed => this with { Name = renamed.To },
            DatasetDeleted => this with { IsDeleted = true },
            DatasetDestroyed => this with { IsDestroyed = true },
            _ => this,
        };
        return next with { Revision = Revision + 1 };
    }
}
