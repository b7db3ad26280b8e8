using Portal.Grains.Tenants;

namespace Portal.Grains.Approvals;

/// <summary>Who could decide on a tenant's requests.</summary>
/// <param name="Members">How many people belong to the tenant.</param>
/// <param name="Approvers">How many of them may approve.</param>
/// <param name="Enterprise">Whether the plan always asks for four eyes.</param>
internal sealed record Reviewers(int Members, int Approvers, bool Enterprise)
{
    /// <summary>Four eyes as soon as a second person may approve, and always on the Enterprise plan.</summary>
    public ReviewMode Mode => Enterprise || Approvers > 1 ? ReviewMode.FourEyes : ReviewMode.SelfReview;

    /// <summary>The reviewers of a tenant.</summary>
    public static Reviewers Of(TenantState tenant) =>
        new(tenant.Members.Count, tenant.ApproverCount, tenant.Plan is Plan.Enterprise);
}
