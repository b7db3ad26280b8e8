using System.Collections.Immutable;
using Orleans;
using Portal.Grains.Keys;

namespace Portal.Grains.Models;

/// <summary>
/// Registers what a run made. <paramref name="Name"/> is needed for a model that does not exist yet; the number in
/// <paramref name="Version"/> is ignored and given by the model.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.RegisterVersion")]
public sealed record RegisterVersion([property: Id(0)] string? Name, [property: Id(1)] ModelVersion Version);

/// <summary>Changes what is not null; tags replace all that were there.</summary>
[GenerateSerializer, Immutable, Alias("portal.EditModel")]
public sealed record EditModel(
    [property: Id(0)] string? Name,
    [property: Id(1)] string? Description,
    [property: Id(2)] ImmutableSortedDictionary<string, string>? Tags = null);

/// <summary>What a command on a model answers; <paramref name="Version"/> is 0 where none is meant.</summary>
[GenerateSerializer, Immutable, Alias("portal.ModelAnswer")]
public sealed record ModelAnswer([property: Id(0)] ModelId Id, [property: Id(1)] int Version);
