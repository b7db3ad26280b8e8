using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Tenants;
using Portal.Tenancy.Access;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Approvals;

/// <summary>Tells pages how a decision would be made today. What counts is decided again when it is made.</summary>
public sealed class ReviewerLookup(ICells cells, EventCodec codec, TimeProvider clock)
{
    /// <summary>Self-review where nobody else may approve, four eyes otherwise.</summary>
    public async Task<ReviewMode> ModeAsync(Principal principal, CancellationToken cancel)
    {
        var runtime = new GrainRuntime(cells.Of(principal.Region), codec, clock);
        var tenant = await runtime.LookAsync<TenantState>(GrainKeys.Tenant(principal.Tenant), cancel);
        return Reviewers.Of(tenant.State).Mode;
    }
}
