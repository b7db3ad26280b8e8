using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Portal.Grains.Tenants;
using Portal.Tenancy.Regions;
using Portal.Web.Edge;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;
using Portal.Web.Edge.Identity;

namespace Portal.Web.Features.SignUp;

/// <summary>Services and endpoints of this feature.</summary>
internal static class SignUpEndpoints
{
    public static void AddSignUp(this IServiceCollection services) =>
        services.AddScoped<ISignUpFacade, SignUpFacade>();

    public static void MapSignUp(this IEndpointRouteBuilder routes)
    {
        routes.MapApi("sign-up").MapPost("/", SignUpAsync).AllowAnonymous()
            .WithName("SignUp").WithSummary("Opens a workspace with its owner and, if asked, a service key.");
        routes.MapApi("regions").MapGet("/", Regions).AllowAnonymous()
            .WithName("ListRegions").WithSummary("Where a workspace can live.");
        routes.MapApi("terms").MapGet("/", Terms).AllowAnonymous()
            .WithName("ListTerms").WithSummary("What is accepted at sign-up, with version and hash.");
    }

    private static async Task<Results<Created<SignUpResponse>, ProblemResult>> SignUpAsync(
        SignUpRequest request, HttpContext context, SignUpService service, Doors doors)
    {
        if (doors.Knock(context) is { } refusal)
        {
            return new ProblemResult(refusal);
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var made = await service.SignUpAsync(
            request, key.Length == 0 ? null : key, context.Origin(), context.RequestAborted);
        return made.Map(m => SignUpResponse.Of(m, context)).ToCreated(_ => "/api/v1/workspace");
    }

    private static Ok<ListResponse<RegionView>> Regions(ICells cells, IStringLocalizer<SignUpText> texts) =>
        TypedResults.Ok(new ListResponse<RegionView>(
            [.. cells.All.Select(c => new RegionView(c.Region.Value, texts["Region_" + c.Region.Value]))]));

    private static Ok<ListResponse<TermsDocument>> Terms(TermsCatalog terms) =>
        TypedResults.Ok(new ListResponse<TermsDocument>(terms.All));
}
