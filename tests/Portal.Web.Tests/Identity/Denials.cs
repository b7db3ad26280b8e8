using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Web.Tests.Hosting;

namespace Portal.Web.Tests.Identity;

internal static class Denials
{
    /// <summary>How many denials of one actor stand in his tenant's log.</summary>
    public static async Task<long> CountAsync(PortalFactory portal, TestTenant tenant, string actor)
    {
        TenantId.TryParse(tenant.Id, out var id).ShouldBeTrue();
        var cell = portal.Services.GetRequiredService<ICells>().Of(new RegionCode("eu-west"));
        return await cell.Events.HeadAsync(id, GrainKeys.Denials(id, actor).ToString(), CancellationToken.None);
    }
}
