using System.Collections.Immutable;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Tenants;
using Portal.Web.Ui.Shell;

namespace Portal.Web.Features.Home;

internal sealed class HomeFacade(
    IPrincipalAccessor principals, CurrentTenant tenant, NavCatalog navigation, PermissionCatalog permissions)
    : IHomeFacade
{
    private static readonly (string Key, string Icon, string Href)[] Way =
    [
        ("StepData", "database", "datasets"),
        ("StepTrain", "training", "training"),
        ("StepApprove", "check-circle", "approvals"),
        ("StepDeploy", "rocket", "deployments"),
        ("StepWatch", "activity", "monitoring"),
    ];

    public async Task<Result<HomeOverview>> GetAsync(CancellationToken cancel)
    {
        var principal = await principals.GetAsync();
        var open = navigation.Shown()
            .Where(n => n.Policy is null || permissions.Allows(principal, n.Policy))
            .Select(n => n.Item.Href)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return new HomeOverview(
            tenant.Required.Slug,
            principal.Region.Value,
            principal.Role.ToString(),
            [.. Way.Select(w => new HomeStep(w.Key, w.Icon, open.Contains(w.Href) ? w.Href : null))]);
    }
}
