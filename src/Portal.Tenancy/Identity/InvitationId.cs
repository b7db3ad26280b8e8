using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>An invitation to join a tenant. Written as <c>inv_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.InvitationId")]
[JsonConverter(typeof(PublicIdJsonConverter<InvitationId>))]
public readonly record struct InvitationId([property: Id(0)] Guid Value) : IPublicId<InvitationId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "inv";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static InvitationId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out InvitationId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
