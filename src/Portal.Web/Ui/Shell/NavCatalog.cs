using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Shell;

/// <summary>The side navigation in its order. A page's route and policy decide whether its entry shows.</summary>
internal sealed class NavCatalog
{
    private static readonly NavItem[] Items =
    [
        new("NavHome", "home", "home", "NavGroupWork"),
        new("NavDatasets", "datasets", "database", "NavGroupWork"),
        new("NavTraining", "training", "training", "NavGroupWork"),
        new("NavModels", "models", "box", "NavGroupWork"),
        new("NavApprovals", "approvals", "check-circle", "NavGroupRelease"),
        new("NavDeployments", "deployments", "rocket", "NavGroupRelease"),
        new("NavMonitoring", "monitoring", "activity", "NavGroupRelease"),
        new("NavAudit", "audit", "scroll", "NavGroupRule"),
        new("NavMembers", "members", "users", "NavGroupRule"),
        new("NavKeys", "keys", "key", "NavGroupRule"),
        new("NavSettings", "settings", "settings", "NavGroupRule"),
    ];

    private readonly FrozenDictionary<string, Type> _pages = typeof(NavCatalog).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (type, route.Template)))
        .ToFrozenDictionary(p => p.Template.TrimStart('/'), p => p.type, StringComparer.Ordinal);

    /// <summary>The entries that have a page, each with the policy of that page (null: whoever is signed in).</summary>
    public IEnumerable<(NavItem Item, string? Policy)> Shown() =>
        from item in Items
        where _pages.ContainsKey(item.Href)
        select (item, _pages[item.Href].GetCustomAttribute<AuthorizeAttribute>()?.Policy);
}
