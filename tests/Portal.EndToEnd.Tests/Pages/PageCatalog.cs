using Portal.EndToEnd.Tests.Isolation;

namespace Portal.EndToEnd.Tests.Pages;

/// <summary>Where every page is found, with things of one workspace in each place that takes one.</summary>
internal static class PageCatalog
{
    /// <summary>Pages outside of workspaces: they show nothing of one.</summary>
    public static readonly IReadOnlyList<string> Public =
        ["", "sign-in", "sign-up", "terms/terms", "help/errors/four-eyes", "status/404"];

    /// <summary>The addresses of a page; none where it stands outside of workspaces.</summary>
    public static IReadOnlyList<string> AddressesOf(string template, Possessions named) => template switch
    {
        "/" or "/sign-up" or "/terms/{Name}" or "/help/errors/{Code}" or "/status/{Code:int}" or "/_gallery" => [],
        "/sign-in" or "/sign-out" => [template[1..]],
        "/join" => [$"join?token={named.Invitation}"],
        "/home" or "/datasets" or "/datasets/new" or "/training" or "/models" or "/approvals" or "/deployments"
            or "/monitoring" or "/members" or "/keys" or "/settings" => [template[1..]],
        "/datasets/{Id}" => [$"datasets/{named.Dataset}", $"datasets/{named.Dataset}?v=1"],
        "/training/new" => [$"training/new?dataset={named.Dataset}"],
        "/training/{Id}" => [$"training/{named.Run}"],
        "/models/{Id}" => [$"models/{named.Model}"],
        "/models/{Id}/versions/{Number:int}" => [$"models/{named.Model}/versions/1"],
        "/models/{Id}/compare" => [$"models/{named.Model}/compare?versions=1,2"],
        "/approvals/new" => [$"approvals/new?model={named.Model}&version=1"],
        "/approvals/{Id}" => [$"approvals/{named.Approval}"],
        "/deployments/new" => [$"deployments/new?to={named.Deployment}&model={named.Model}&version=1"],
        "/deployments/{Id}" => [$"deployments/{named.Deployment}"],
        "/try/{Endpoint}" => [$"try/{named.Endpoint}"],
        "/monitoring/{Id}" => [$"monitoring/{named.Deployment}", $"monitoring/{named.Deployment}?window=1h"],
        "/audit" => [$"audit?objectId={named.Model}", "audit"],
        _ => throw new NotSupportedException($"The page at {template} is new: say here where it is found."),
    };
}
