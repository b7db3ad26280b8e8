using System.Text.Json.Serialization;
using Orleans;

namespace Portal.Tenancy.Primitives;

/// <summary>A person, who belongs to one tenant. Written as <c>usr_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.UserId")]
[JsonConverter(typeof(PublicIdJsonConverter<UserId>))]
public readonly record struct UserId([property: Id(0)] Guid Value) : IPublicId<UserId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "usr";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static UserId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out UserId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
