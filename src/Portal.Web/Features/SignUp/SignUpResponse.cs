using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.SignUp;

/// <summary>
/// The answer of a sign-up. <paramref name="ServiceKey"/> is shown this once; it is missing when none was asked for and
/// when the same sign-up was done before.
/// </summary>
public sealed record SignUpResponse(
    TenantId Workspace, string Slug, RegionCode Region, UserId Owner, string? ServiceKey, SignUpUrls Urls)
{
    /// <summary>The answer to <paramref name="made"/>.</summary>
    public static SignUpResponse Of(SignedUp made, HttpContext context)
    {
        var root = $"{context.Request.Scheme}://{context.Request.Host}";
        return new(
            made.Tenant, made.Slug, made.Region, made.Owner, made.ServiceKey,
            new(root + TenantPath.Of(made.Slug) + "/home", root + TenantPath.Of(made.Slug) + "/sign-in",
            root + "/api/v1"));
    }
}

/// <summary>Where to go on.</summary>
public sealed record SignUpUrls(string Home, string SignIn, string Api);
