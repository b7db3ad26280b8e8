using System.Collections.Immutable;
using Portal.Grains.Runtime;

namespace Portal.Grains.Models;

/// <summary>A registered model.</summary>
public sealed record ModelState : IGrainState<ModelState>
{
    /// <inheritdoc />
    public static ModelState Empty { get; } = new();

    /// <summary>Whether it was made.</summary>
    public bool Exists { get; init; }

    /// <summary>Its name, unique per project.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What people say about it.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>What kind of answer it gives.</summary>
    public ProblemKind Problem { get; init; }

    /// <summary>The column it predicts.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>What people sort it by.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Its versions; number n stands at n - 1.</summary>
    public ImmutableArray<ModelVersion> Versions { get; init; } = [];

    /// <summary>A version by its number, or null.</summary>
    public ModelVersion? Version(int number) =>
        number >= 1 && number <= Versions.Length ? Versions[number - 1] : null;

    /// <inheritdoc />
    public ModelState Apply(IDomainEvent happened) => happened switch
    {
        ModelCreated e => this with { Exists = true, Name = e.Name, Problem = e.Problem, Target = e.Target },
        ModelVersionRegistered e => this with { Versions = Versions.Add(e.Version) },
        ModelRenamed e => this with { Name = e.Name },
        ModelDescribed e => this with { Description = e.Description },
        ModelTagged e => this with { Tags = e.Tags },
        _ => this,
    };
}
