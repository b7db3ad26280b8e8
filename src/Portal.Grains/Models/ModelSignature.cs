using System.Collections.Immutable;
using Orleans;

namespace Portal.Grains.Models;

/// <summary>What a version takes and gives.</summary>
[GenerateSerializer, Immutable, Alias("portal.ModelSignature")]
public sealed record ModelSignature(
    [property: Id(0)] ImmutableArray<SignatureField> Inputs, [property: Id(1)] ImmutableArray<SignatureField> Outputs);

/// <summary>
/// One input or output. <paramref name="Kind"/> is <c>number</c> or <c>category</c>; <paramref name="Levels"/> are the
/// known values of a category (at most 200), or the classes of an output.
/// </summary>
[GenerateSerializer, Immutable, Alias("portal.SignatureField")]
public sealed record SignatureField(
    [property: Id(0)] string Name, [property: Id(1)] string Kind, [property: Id(2)] ImmutableArray<string> Levels);
