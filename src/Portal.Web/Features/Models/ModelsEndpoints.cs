using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Grains.Keys;
using Portal.Grains.Models;
using Portal.Grains.Runtime.Lists;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Models;

/// <summary>Services and endpoints of this feature.</summary>
internal static class ModelsEndpoints
{
    /// <summary>A damaged id is answered as a missing one.</summary>
    internal static readonly Tenancy.Primitives.NotFound Missing = new("model-not-found", "There is no such model.");

    internal static readonly Invalid BadComparison = new(
        "invalid-comparison", "Name two versions of the model to compare, such as ?versions=1,2.")
    {
        Fields = [new("invalid-comparison", "Two version numbers with a comma between them.", "versions")],
    };

    public static void AddModels(this IServiceCollection services) =>
        services.AddScoped<IModelsFacade, ModelsFacade>();

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("models");
        group.MapGet("/", ListAsync).WithName("ListModels").WithSummary("Models, newest first.")
            .RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}", FindAsync).WithName("GetModel").WithSummary("One model.")
            .RequireAuthorization(ModelsPermissions.Read);
        group.MapPatch("/{id}", EditAsync).WithName("EditModel").WithSummary("Renames, describes or tags a model.")
            .RequireAuthorization(ModelsPermissions.Edit);
        group.MapGet("/{id}:compare", CompareAsync).WithName("CompareModelVersions")
            .WithSummary("Two versions side by side.").RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}/versions", VersionsAsync).WithName("ListModelVersions")
            .WithSummary("The versions of a model, newest first.").RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}/versions/{number:int}", VersionAsync).WithName("GetModelVersion")
            .WithSummary("One immutable version.").RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}/versions/{number:int}/report", ReportAsync).WithName("GetModelReport")
            .WithSummary("What training found out: curves, importance, confusion.")
            .RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}/versions/{number:int}/lineage", LineageAsync).WithName("GetModelLineage")
            .WithSummary("The data and the run that a version comes from.")
            .RequireAuthorization(ModelsPermissions.Read);
        group.MapGet("/{id}/versions/{number:int}/artifact", DownloadAsync).WithName("DownloadModelArtifact")
            .WithSummary("The ONNX graph; the access is recorded.").RequireAuthorization(ModelsPermissions.Read);
    }

    private static async Task<Results<Ok<ListPage<ModelView>>, ProblemResult>> ListAsync(
        [AsParameters] ListQuery query, IModelsFacade facade, CancellationToken cancel) =>
        (await facade.ListAsync(query, cancel)).ToHttp();

    private static async Task<Results<Ok<ModelView>, ProblemResult>> FindAsync(
        string id, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.FindAsync(known, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ModelAnswer>, ProblemResult>> EditAsync(
        string id, EditModel command, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.EditAsync(known, command, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ModelComparison>, ProblemResult>> CompareAsync(
        string id, string? versions, IModelsFacade facade, CancellationToken cancel)
    {
        if (!ModelId.TryParse(id, out var known))
        {
            return new ProblemResult(Missing);
        }

        return VersionPair.TryParse(versions, out var pair)
            ? (await facade.CompareAsync(known, pair.First, pair.Second, cancel)).ToHttp()
            : new ProblemResult(BadComparison);
    }

    private static async Task<Results<Ok<IReadOnlyList<ModelVersion>>, ProblemResult>> VersionsAsync(
        string id, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.VersionsAsync(known, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ModelVersion>, ProblemResult>> VersionAsync(
        string id, int number, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.VersionAsync(known, number, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<VersionReport>, ProblemResult>> ReportAsync(
        string id, int number, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.ReportAsync(known, number, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<Ok<ModelLineage>, ProblemResult>> LineageAsync(
        string id, int number, IModelsFacade facade, CancellationToken cancel) =>
        ModelId.TryParse(id, out var known)
            ? (await facade.LineageAsync(known, number, cancel)).ToHttp()
            : new ProblemResult(Missing);

    private static async Task<Results<FileStreamHttpResult, ProblemResult>> DownloadAsync(
        string id, int number, IModelsFacade facade, CancellationToken cancel)
    {
        if (!ModelId.TryParse(id, out var known))
        {
            return new ProblemResult(Missing);
        }

        var download = await facade.DownloadAsync(known, number, cancel);
        return download.Ok
            ? TypedResults.File(download.Value.Content, "application/octet-stream", download.Value.FileName)
            : new ProblemResult(download.Error);
    }
}
