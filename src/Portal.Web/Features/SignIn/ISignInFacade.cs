using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.SignIn;

/// <summary>What the doors of a workspace ask for. Only in a request: cookies can't be set in a circuit.</summary>
public interface ISignInFacade
{
    /// <summary>The address of the sign-in page of a workspace.</summary>
    Task<Result<string>> FindAsync(string? slug, HttpContext context);

    /// <summary>Signs in; sets the cookie.</summary>
    Task<Result<Unit>> SignInAsync(TenantContext tenant, string? email, string? password, HttpContext context);

    /// <summary>Ends the session of the request's cookie.</summary>
    Task SignOutAsync(TenantContext tenant, HttpContext context);

    /// <summary>What an invitation to this workspace says; null when it is not valid.</summary>
    Task<OpenDoor?> InvitationAsync(TenantContext tenant, string? token, CancellationToken cancel);

    /// <summary>Joins by an invitation and signs in.</summary>
    Task<Result<Unit>> JoinAsync(
        TenantContext tenant, string? token, string? name, string? password, HttpContext context);
}
