using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Identity;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Edge.Identity;

/// <summary>
/// A person's session under <c>/t/{slug}</c>: role and name as they are now, not as they were at sign-in.
/// </summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionCookie cookie, SessionReader sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Items[typeof(TenantContext)] is not TenantContext tenant
            || cookie.Read(Context, tenant) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        var facts = await sessions.FindAsync(tenant.TenantId, tenant.Region, session, Context.RequestAborted);
        if (facts is null)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        return AuthenticateResult.Success(new(SessionUser.Of(facts, tenant), Scheme.Name));
    }
}
