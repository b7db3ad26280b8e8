namespace Portal.Web.Edge.Tenants;

/// <summary>Says where a page stands; without it a page stands under <c>/t/{slug}</c> only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageAtAttribute(PagePlace place) : Attribute
{
    /// <summary>Where it stands.</summary>
    public PagePlace Place => place;
}
