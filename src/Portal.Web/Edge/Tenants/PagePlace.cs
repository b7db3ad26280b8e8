namespace Portal.Web.Edge.Tenants;

/// <summary>Where a page may stand.</summary>
public enum PagePlace
{
    /// <summary>Under <c>/t/{slug}</c> only. Every page that does not say otherwise.</summary>
    Tenant,

    /// <summary>Outside <c>/t/{slug}</c> only.</summary>
    Root,

    /// <summary>In both.</summary>
    Both,

    /// <summary>Anywhere, while the product is being developed; nowhere else.</summary>
    Development,
}
