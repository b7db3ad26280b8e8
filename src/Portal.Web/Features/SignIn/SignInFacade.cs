using Portal.Grains.Tenants;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Identity;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.SignIn;

internal sealed class SignInFacade(
    SignInService signIn, InvitationService invitations, SessionReader sessions, SessionCookie cookie, Doors doors,
    ITenantLocator tenants) : ISignInFacade
{
    public async Task<Result<string>> FindAsync(string? slug, HttpContext context)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return refusal;
        }

        var found = await tenants.FindAsync(slug?.Trim().ToLowerInvariant() ?? string.Empty, context.RequestAborted);
        return found is null
            ? new NotFound("workspace-not-found", "There is no workspace with this address.")
            : found.PathBase + "/sign-in";
    }

    public async Task<Result<Unit>> SignInAsync(
        TenantContext tenant, string? email, string? password, HttpContext context)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return refusal;
        }

        var session = await signIn.SignInAsync(
            tenant.TenantId, tenant.Region, email, password, context.Origin(), context.RequestAborted);
        if (!session.Ok)
        {
            return session.Error;
        }

        cookie.Write(context, tenant, session.Value.Session);
        return Unit.Done;
    }

    public async Task SignOutAsync(TenantContext tenant, HttpContext context)
    {
        if (cookie.Read(context, tenant) is { } id
            && await sessions.FindAsync(tenant.TenantId, tenant.Region, id, context.RequestAborted) is { } session)
        {
            await signIn.SignOutAsync(
                tenant.TenantId, tenant.Region, session, context.Origin(), context.RequestAborted);
        }

        SessionCookie.Delete(context, tenant);
    }

    public async Task<OpenDoor?> InvitationAsync(TenantContext tenant, string? token, CancellationToken cancel) =>
        await invitations.FindAsync(token, cancel) is { } door && door.Tenant == tenant.TenantId ? door : null;

    public async Task<Result<Unit>> JoinAsync(
        TenantContext tenant, string? token, string? name, string? password, HttpContext context)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return refusal;
        }

        var joined = await invitations.JoinAsync(token, name, password, context.Origin(), context.RequestAborted);
        return joined.Ok
            ? await SignInAsync(tenant, joined.Value.Email, password, context)
            : joined.Error;
    }
}
