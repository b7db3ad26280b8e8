using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing.Matching;

namespace Portal.Web.Edge.Tenants;

/// <summary>Lets a page be found only where it stands: <c>/datasets</c> without a tenant is no address.</summary>
internal sealed class PagePlacePolicy(IHostEnvironment environment) : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPage);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var inTenant = httpContext.Items.ContainsKey(typeof(TenantContext));
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsPage(candidates[i].Endpoint))
            {
                candidates.SetValidity(i, StandsThere(candidates[i].Endpoint, inTenant));
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private bool StandsThere(Endpoint endpoint, bool inTenant) =>
        (endpoint.Metadata.GetMetadata<PageAtAttribute>()?.Place ?? PagePlace.Tenant) switch
        {
            PagePlace.Tenant => inTenant,
            PagePlace.Root => !inTenant,
            PagePlace.Both => true,
            PagePlace.Development => environment.IsDevelopment(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
