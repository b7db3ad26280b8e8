using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Datasets.Reading;
using Portal.Grains.Keys;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge;
using Portal.Web.Edge.Access;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Datasets;

/// <summary>Services and endpoints of this feature.</summary>
internal static class DatasetEndpoints
{
    public static void AddDatasetPages(this IServiceCollection services) =>
        services.AddScoped<IDatasetsFacade, DatasetsFacade>();

    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("datasets");
        group.MapGet("/", ListAsync).RequireAuthorization(DatasetsPermissions.Read)
            .WithName("ListDatasets").WithSummary("Datasets of the tenant.");
        group.MapDatasetUploads();
        group.MapGet("/{id}", GetAsync).RequireAuthorization(DatasetsPermissions.Read)
            .WithName("GetDataset").WithSummary("A dataset with the figures of its newest version.");
        group.MapPatch("/{id}", RenameAsync).RequireAuthorization(DatasetsPermissions.Create)
            .WithName("RenameDataset").WithSummary("Gives a dataset another name. Takes If-Match.");
        group.MapDelete("/{id}", DeleteAsync).RequireAuthorization(DatasetsPermissions.Delete)
            .WithName("DeleteDataset").WithSummary("Deletes a dataset and destroys its bytes and their keys.");
        group.MapGet("/{id}/versions", VersionsAsync).RequireAuthorization(DatasetsPermissions.Read)
            .WithName("ListDatasetVersions").WithSummary("The versions of a dataset, the newest first.");
        group.MapGet("/{id}/versions/{number:int}", VersionAsync).RequireAuthorization(DatasetsPermissions.Read)
            .WithName("GetDatasetVersion").WithSummary("A version with schema and column statistics.");
        group.MapPost("/{id}/versions/{number:int}:retype", RetypeAsync)
            .RequireAuthorization(DatasetsPermissions.Create)
            .WithName("RetypeDataset").WithSummary("Corrects types or the subject key: a version of the same bytes.");
        group.MapGet("/{id}/versions/{number:int}/content", DownloadAsync)
            .RequireAuthorization(DatasetsPermissions.Read)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("DownloadDataset").WithSummary("The bytes as they were uploaded. The access is recorded.");
        routes.MapApi("uploads").MapGet("/{id}", UploadAsync).RequireAuthorization(DatasetsPermissions.Create)
            .WithName("GetUpload").WithSummary("The progress of an upload by the id that its sender chose.");
    }

    private static async Task<Results<Ok<ListPage<DatasetSummary>>, ProblemResult>> ListAsync(
        DatasetQueries queries,
        IPrincipalAccessor principals,
        int? limit,
        string? cursor,
        string? filter,
        string? sort,
        CancellationToken cancel) =>
        (await queries.ListAsync(
            await principals.GetAsync(), new(limit ?? 50, cursor, filter, sort), cancel)).ToHttp();

    private static async Task<Results<Ok<DatasetSummary>, ProblemResult>> GetAsync(
        string id, DatasetQueries queries, IPrincipalAccessor principals, HttpResponse response,
        CancellationToken cancel)
    {
        var found = await queries.GetAsync(await principals.GetAsync(), IdOf(id), cancel);
        if (found.Ok)
        {
            response.Headers.ETag = UploadRequest.TagOf(found.Value.Revision);
        }

        return found.ToHttp();
    }

    private static async Task<Results<Ok<DatasetVersionsView>, ProblemResult>> VersionsAsync(
        string id, DatasetQueries queries, IPrincipalAccessor principals, CancellationToken cancel) =>
        (await queries.VersionsAsync(await principals.GetAsync(), IdOf(id), cancel))
            .Map(v => new DatasetVersionsView([.. v.Select(DatasetVersionView.Of)])).ToHttp();

    private static async Task<Results<Ok<DatasetVersionDetailView>, ProblemResult>> VersionAsync(
        string id, int number, DatasetQueries queries, IPrincipalAccessor principals, CancellationToken cancel) =>
        (await queries.VersionAsync(await principals.GetAsync(), IdOf(id), number, cancel))
            .Map(DatasetVersionDetailView.Of).ToHttp();

    private static async Task<Results<Ok<DatasetAddedView>, ProblemResult>> RetypeAsync(
        string id,
        int number,
        RetypeRequest request,
        DatasetRetyping retyping,
        ICaller caller,
        CancellationToken cancel) =>
        (await retyping.RetypeAsync(
            await caller.BeginAsync(cancel),
            IdOf(id),
            number,
            new(request.Types ?? ImmutableDictionary<string, string>.Empty, request.SubjectKey),
            cancel)).Map(DatasetAddedView.Of).ToHttp();

    private static async Task<Results<NoContent, ProblemResult>> RenameAsync(
        string id, RenameRequest request, GrainGateway gateway, ICaller caller, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return (await gateway.CallAsync<IDatasetGrain, Unit>(
            call,
            GrainKeys.Dataset(call.Principal.Tenant, IdOf(id)),
            g => g.RenameAsync(request.Name ?? string.Empty, cancel))).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string id, GrainGateway gateway, ICaller caller, CancellationToken cancel)
    {
        var call = await caller.BeginAsync(cancel);
        return (await gateway.CallAsync<IDatasetGrain, Unit>(
            call, GrainKeys.Dataset(call.Principal.Tenant, IdOf(id)), g => g.DeleteAsync(cancel))).ToNoContent();
    }

    private static async Task<IResult> DownloadAsync(
        string id, int number, DatasetRows rows, ICaller caller, HttpResponse response, CancellationToken cancel)
    {
        var found = await rows.DownloadAsync(await caller.BeginAsync(cancel), IdOf(id), number, cancel);
        if (!found.Ok)
        {
            return new ProblemResult(found.Error);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers["X-Content-SHA256"] = found.Value.Version.Sha256;
        response.ContentLength = found.Value.Version.Bytes;
        return TypedResults.Stream(found.Value.Content, "text/csv; charset=utf-8", found.Value.FileName);
    }

    private static async Task<Results<Ok<UploadView>, ProblemResult>> UploadAsync(
        string id, UploadBoard board, IPrincipalAccessor principals)
    {
        var found = board.Find((await principals.GetAsync()).Tenant, id);
        return found is null
            ? new ProblemResult(new Tenancy.Primitives.NotFound("upload-not-found", "There is no such upload."))
            : TypedResults.Ok(UploadView.Of(found));
    }

    /// <summary>What is no id at all is the id of nothing.</summary>
    private static DatasetId IdOf(string text) => DatasetId.TryParse(text, out var id) ? id : default;
}
