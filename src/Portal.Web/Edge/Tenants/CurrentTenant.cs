namespace Portal.Web.Edge.Tenants;

/// <summary>Holds the tenant of this request or circuit; scoped. Set once at the edge.</summary>
public sealed class CurrentTenant
{
    /// <summary>The tenant; null outside <c>/t/{slug}</c>.</summary>
    public TenantContext? Value { get; private set; }

    /// <summary>The tenant, where there must be one.</summary>
    public TenantContext Required =>
        Value ?? throw new InvalidOperationException("There is no tenant outside /t/{slug}.");

    internal void Set(TenantContext? tenant) => Value = tenant;
}
