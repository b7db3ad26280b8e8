using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.SignIn;

/// <summary>Where to go after sign-in: only to a page of the same workspace.</summary>
internal static class ReturnAddress
{
    public static string Of(TenantContext tenant, string? wanted) =>
        wanted is not null
        && wanted.StartsWith(tenant.PathBase + "/", StringComparison.Ordinal)
        && !wanted.Contains('\\', StringComparison.Ordinal)
        && !wanted.Contains("//", StringComparison.Ordinal)
        && !wanted.Contains("/sign-", StringComparison.Ordinal)
            ? wanted
            : tenant.PathBase + "/home";
}
