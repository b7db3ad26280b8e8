using System.Text.Json.Serialization;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>A tenant. Written as <c>ten_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.TenantId")]
[JsonConverter(typeof(PublicIdJsonConverter<TenantId>))]
public readonly record struct TenantId([property: Id(0)] Guid Value) : IPublicId<TenantId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "ten";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static TenantId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out TenantId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
