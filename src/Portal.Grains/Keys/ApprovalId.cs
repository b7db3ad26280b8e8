using System.Text.Json.Serialization;
using Orleans;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>A request for approval. Written as <c>apr_…</c>.</summary>
[GenerateSerializer, Immutable, Alias("portal.ApprovalId")]
[JsonConverter(typeof(PublicIdJsonConverter<ApprovalId>))]
public readonly record struct ApprovalId([property: Id(0)] Guid Value) : IPublicId<ApprovalId>
{
    /// <summary>The prefix of the outward form.</summary>
    public const string Prefix = "apr";

    /// <summary>A new id stamped with <paramref name="clock"/>'s time.</summary>
    public static ApprovalId New(TimeProvider clock) => new(PublicId.New(clock));

    /// <summary>Reads the outward form.</summary>
    public static bool TryParse(string? text, out ApprovalId id)
    {
        var ok = PublicId.TryParse(Prefix, text, out var value);
        id = new(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => PublicId.Format(Prefix, Value);
}
