using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>A person's session, from sign-in to its end. Written as <c>ses_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.SessionId")]
[JsonConverter(typeof(PublicIdJsonConverter<SessionId>))]
public readonly record struct SessionId([property: Id(0)] Guid Value) : IPublicId<SessionId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "ses";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static SessionId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
