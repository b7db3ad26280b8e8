using Portal.Tenancy.Primitives;

namespace Portal.Grains.Keys;

/// <summary>
/// A grain's key and its stream's name: <c>tenant/project/kind/id</c>. Made and read here and nowhere else.
/// </summary>
public readonly record struct GrainKey(TenantId Tenant, string Project, string Kind, string Id)
{
    /// <summary>Reads a key; throws on one that was not made by <see cref="GrainKeys"/>.</summary>
    public static GrainKey Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 4 && TenantId.TryParse(parts[0], out var tenant)
            ? new(tenant, parts[1], parts[2], parts[3])
            : throw new ArgumentException($"'{text}' is not a grain key.", nameof(text));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Tenant}/{Project}/{Kind}/{Id}";
}
