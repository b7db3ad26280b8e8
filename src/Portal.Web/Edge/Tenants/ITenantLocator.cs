namespace Portal.Web.Edge.Tenants;

/// <summary>Finds a tenant by its slug, from memory where that is fresh.</summary>
public interface ITenantLocator
{
    /// <summary>The tenant, or null when nobody has the slug.</summary>
    ValueTask<TenantContext?> FindAsync(string slug, CancellationToken cancel);

    /// <summary>Forgets what is remembered of a slug: its tenant was closed or moved.</summary>
    void Forget(string slug);
}
