using System.Collections.Frozen;

namespace Portal.Tenancy.Access;

/// <summary>Every permission of the product, by name. What is not in it is denied.</summary>
public sealed class PermissionCatalog
{
    private readonly FrozenDictionary<string, Permission> _byName;

    /// <summary>Collects what the features declare; a name declared twice is a bug.</summary>
    public PermissionCatalog(IEnumerable<IPermissionSource> sources) =>
        _byName = sources.SelectMany(s => s.Permissions).ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>All permissions in the order of their names.</summary>
    public IEnumerable<Permission> All => _byName.Values.OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>
    /// Whether <paramref name="principal"/> may do <paramref name="permission"/>. Unknown names are denied.
    /// </summary>
    public bool Allows(Principal principal, string permission) =>
        _byName.TryGetValue(permission, out var known)
        && (known.ProductOnly ? principal.Type is ActorType.System : known.Roles.Contains(principal.Role))
        && (principal.Scopes.IsDefaultOrEmpty || principal.Scopes.Contains(permission));
}

/// <summary>A feature's permissions.</summary>
public interface IPermissionSource
{
    /// <summary>What the feature declares.</summary>
    IEnumerable<Permission> Permissions { get; }
}
