using Microsoft.Extensions.Localization;
using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Identity;
using Portal.Web.Edge.Tenants;

namespace Portal.Web.Features.SignUp;

internal sealed class SignUpFacade(
    SignUpService signUp, SignInService signIn, SessionCookie cookie, Doors doors, TermsCatalog terms, ICells cells,
    IStringLocalizer<SignUpText> texts) : ISignUpFacade
{
    public IReadOnlyList<RegionView> Regions =>
        [.. cells.All.Select(c => new RegionView(c.Region.Value, texts["Region_" + c.Region.Value]))];

    public IReadOnlyList<TermsDocument> Terms => terms.All;

    public async Task<Result<string>> SignUpAsync(SignUpRequest request, HttpContext context)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return refusal;
        }

        var origin = context.Origin();
        var made = await signUp.SignUpAsync(request, idempotencyKey: null, origin, context.RequestAborted);
        if (!made.Ok)
        {
            return made.Error;
        }

        var tenant = new TenantContext(made.Value.Slug, made.Value.Tenant, made.Value.Region);
        var session = await signIn.SignInAsync(
            tenant.TenantId, tenant.Region, request.Email, request.Password, origin, context.RequestAborted);
        if (!session.Ok)
        {
            return tenant.PathBase + "/sign-in"; // The workspace is there; only its door must be opened again.
        }

        cookie.Write(context, tenant, session.Value.Session);
        return tenant.PathBase + "/home";
    }
}
