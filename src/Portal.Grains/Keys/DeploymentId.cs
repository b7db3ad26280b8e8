using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>A deployment. Written as <c>dep_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.DeploymentId")]
[JsonConverter(typeof(PublicIdJsonConverter<DeploymentId>))]
public readonly record struct DeploymentId([property: Id(0)] Guid Value) : IPublicId<DeploymentId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "dep";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static DeploymentId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out DeploymentId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
