using System.Text.Json.Serialization;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>A region, which is a cell: <c>ae-north</c>, <c>eu-west</c>. Lower case letters and hyphens.</summary>
[GenerateSerializer, Immutable, Alias("portal.RegionCode")]
[JsonConverter(typeof(RegionCodeJsonConverter))]
public readonly record struct RegionCode([property: Id(0)] string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
