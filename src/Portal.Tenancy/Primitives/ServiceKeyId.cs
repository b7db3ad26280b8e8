using System.Text.Json.Serialization;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>A service key. Written as <c>key_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.ServiceKeyId")]
[JsonConverter(typeof(PublicIdJsonConverter<ServiceKeyId>))]
public readonly record struct ServiceKeyId([property: Id(0)] Guid Value) : IPublicId<ServiceKeyId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "key";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static ServiceKeyId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out ServiceKeyId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
