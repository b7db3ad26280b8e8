namespace Portal.Web.Edge;

/// <summary>The two groups under which machines find everything.</summary>
public static class ApiRoutes
{
    /// <summary>
    /// <c>/api/v1/{feature}</c>: nobody without a credential; each route adds its permission by
    /// <c>RequireAuthorization("feature.verb")</c>. The same routes answer people's sessions under <c>/t/{slug}</c>.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string feature) =>
        routes.MapGroup($"/api/v1/{feature}").RequireAuthorization().WithTags(feature);

    /// <summary><c>/v2</c>: the Open Inference Protocol.</summary>
    public static RouteGroupBuilder MapInference(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v2").RequireAuthorization().WithTags("inference");
}
