using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Web.Hosting;

/// <summary>The machine-readable description of <c>/api/v1</c> and <c>/v2</c>, at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiDocument
{
    private const string Scheme = "serviceKey";

    public static void AddPortalOpenApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true
                || d.RelativePath?.StartsWith("v2", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DescribeAsync);
        });

    public static void MapPortalOpenApi(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task DescribeAsync(
        Microsoft.OpenApi.OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "Portal", Version = "v1" };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "ptl_<cell>_<keyId>_<secret>",
                Description = "A service key. The tenant is the key's.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
