using System.Collections.Immutable;

namespace Portal.Tenancy.Access;

/// <summary>
/// One thing that may be done, such as <c>datasets.create</c>: feature, dot, verb. A feature declares its own
/// permissions and the roles that hold them; whoever is not named does not have it.
/// </summary>
public sealed record Permission(string Name, ImmutableArray<Role> Roles)
{
    /// <summary>Whether only the product itself holds it: due work that reports what came of it.</summary>
    public bool ProductOnly { get; init; }

    /// <summary>Declares a permission of the product itself; no role holds it.</summary>
    public static Permission ForProduct(string name) => new(name, []) { ProductOnly = true };

    /// <summary>Declares a permission; <see cref="Role.Owner"/> holds every one.</summary>
    public static Permission Of(string name, params ReadOnlySpan<Role> roles) => new(name, [Role.Owner, .. roles]);
}
