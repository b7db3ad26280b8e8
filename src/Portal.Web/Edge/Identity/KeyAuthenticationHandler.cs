using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Regions;
using Portal.Web.Edge.Access;

namespace Portal.Web.Edge.Identity;

/// <summary>
/// <c>Authorization: Bearer ptl_…</c>. Unknown, wrong, revoked and expired keys fail alike; how a failure looks is
/// <see cref="RefusalHandler"/>'s matter.
/// </summary>
internal sealed class KeyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ICells cells,
    ServiceKeyReader keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!Credential.TryParse(Credential.ServiceKey, header[Bearer.Length..].Trim(), out var credential))
        {
            return AuthenticateResult.Fail("The key is damaged.");
        }

        if (!cells.Has(credential.Region))
        {
            Context.Features.Set(new WrongCell(credential.Region));
            return AuthenticateResult.Fail("The key belongs to another cell.");
        }

        var key = await keys.FindAsync(credential, Context.RequestAborted);
        if (key is null)
        {
            return AuthenticateResult.Fail("The key is not valid.");
        }

        var identity = PrincipalClaims.Write(key.ToPrincipal(), Scheme.Name, key.Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
