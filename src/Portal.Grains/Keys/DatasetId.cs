using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>A dataset. Written as <c>dst_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.DatasetId")]
[JsonConverter(typeof(PublicIdJsonConverter<DatasetId>))]
public readonly record struct DatasetId([property: Id(0)] Guid Value) : IPublicId<DatasetId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "dst";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static DatasetId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out DatasetId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
