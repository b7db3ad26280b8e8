using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Tenancy.Identity;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Edge.Identity;

/// <summary>
/// The cookie of a person's session: one per tenant by name and path, sealed for its cell and tenant. It says which
/// session; whether that lives, the database says.
/// </summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    private const string Prefix = "portal.session.";

    /// <summary>Hands the session to the browser.</summary>
    public void Write(HttpContext context, TenantContext tenant, SessionId session) =>
        context.Response.Cookies.Append(
            Prefix + tenant.Slug, Protector(tenant).Protect(session.ToString()), Options(context, tenant));

    /// <summary>Takes it back.</summary>
    public static void Delete(HttpContext context, TenantContext tenant) =>
        context.Response.Cookies.Delete(Prefix + tenant.Slug, Options(context, tenant));

    /// <summary>The session that the browser names; null when it names none that was sealed for this tenant.</summary>
    public SessionId? Read(HttpContext context, TenantContext tenant)
    {
        if (context.Request.Cookies[Prefix + tenant.Slug] is not { } sealedId)
        {
            return null;
        }

        try
        {
            return SessionId.TryParse(Protector(tenant).Unprotect(sealedId), out var session) ? session : null;
        }
        catch (CryptographicException)
        {
            return null; // Forged, damaged, sealed for another tenant, or by a key ring that is gone.
        }
    }

    private IDataProtector Protector(TenantContext tenant) =>
        protection.CreateProtector("Portal.Session", tenant.Region.Value, tenant.TenantId.ToString());

    // No expiry: the browser forgets it at its end, the server eight hours after the last use.
    private static CookieOptions Options(HttpContext context, TenantContext tenant) => new()
    {
        Path = tenant.PathBase,
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };
}
