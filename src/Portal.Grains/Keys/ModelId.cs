using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>A registered model. Written as <c>mdl_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.ModelId")]
[JsonConverter(typeof(PublicIdJsonConverter<ModelId>))]
public readonly record struct ModelId([property: Id(0)] Guid Value) : IPublicId<ModelId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "mdl";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static ModelId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out ModelId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
