namespace Portal.Grains.Runtime;

/// <summary>The permission that a grain method needs. A method without it can't be called at all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    /// <summary>A name of the <see cref="Tenancy.Access.PermissionCatalog"/>.</summary>
    public string Permission => permission;
}
