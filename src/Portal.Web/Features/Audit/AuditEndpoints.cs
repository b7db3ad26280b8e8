using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Audit;
using Portal.Grains.Runtime.Lists;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Audit;

/// <summary>Services and endpoints of this feature.</summary>
internal static class AuditEndpoints
{
    public static void AddAudit(this IServiceCollection services) => services.AddScoped<IAuditFacade, AuditFacade>();

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("audit");
        group.MapGet("/events", ListAsync).WithName("ListAuditEvents")
            .WithSummary("The log, newest first. Reading it is itself recorded.")
            .RequireAuthorization(AuditPermissions.Read);
        group.MapGet("/export", ExportAsync).WithName("ExportAuditEvents")
            .WithSummary("The log as CSV or JSON, oldest first, streamed. Exporting it is itself recorded.")
            .RequireAuthorization(AuditPermissions.Export);
    }

    private static async Task<Results<Ok<ListPage<AuditEntry>>, ProblemResult>> ListAsync(
        [AsParameters] AuditQueryString query, int? limit, string? cursor, IAuditFacade facade,
        CancellationToken cancel)
    {
        var filter = query.ToFilter();
        return filter.Ok
            ? (await facade.ListAsync(filter.Value, new ListQuery(limit, cursor), cancel)).ToHttp()
            : new ProblemResult(filter.Error);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemResult>> ExportAsync(
        [AsParameters] AuditQueryString query, string? format, IAuditFacade facade, CancellationToken cancel)
    {
        var filter = query.ToFilter();
        if (!filter.Ok)
        {
            return new ProblemResult(filter.Error);
        }

        var export = await facade.ExportAsync(filter.Value, format ?? "json", cancel);
        return export.Ok
            ? TypedResults.Stream(
                target => export.Value.WriteAsync(target, cancel), export.Value.ContentType, export.Value.FileName)
            : new ProblemResult(export.Error);
    }
}
