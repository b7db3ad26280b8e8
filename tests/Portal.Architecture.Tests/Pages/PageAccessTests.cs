using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Portal.Architecture.Tests.Code;
using Portal.Architecture.Tests.Repository;

namespace Portal.Architecture.Tests.Pages;

public sealed class PageAccessTests
{
    private static List<Type> Pages =>
        [.. PortalAssemblies.Web.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false))];

    [Fact]
    public void Pages_WhenTheyHaveAnAddress_SayWhoMayOpenThem()
    {
        Pages.Count.ShouldBeGreaterThanOrEqualTo(3);
        Pages.Where(t => !Has<IAuthorizeData>(t) && !Has<IAllowAnonymous>(t))
            .Select(t => t.FullName!)
            .ShouldBeNone("A page carries [Authorize] or [AllowAnonymous].");
    }

    [Fact]
    public void Pages_WhenAnonymous_HaveNoPolicyBesides() =>
        Pages.Where(Has<IAllowAnonymous>)
            .Where(t => Has<IAuthorizeData>(t))
            .Select(t => t.FullName!)
            .ShouldBeNone("[AllowAnonymous] silently wins over [Authorize]: a page carries one of them.");

    [Fact]
    public void Pages_WhenNamed_EndInPage() =>
        Pages.Where(t => !t.Name.EndsWith("Page", StringComparison.Ordinal))
            .Select(t => t.FullName!)
            .ShouldBeNone("What has an address is called …Page.");

    private static bool Has<T>(Type type) => type.GetCustomAttributes(inherit: true).OfType<T>().Any();
}
