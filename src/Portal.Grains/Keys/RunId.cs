using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>A training run. Written as <c>run_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.RunId")]
[JsonConverter(typeof(PublicIdJsonConverter<RunId>))]
public readonly record struct RunId([property: Id(0)] Guid Value) : IPublicId<RunId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "run";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static RunId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out RunId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
