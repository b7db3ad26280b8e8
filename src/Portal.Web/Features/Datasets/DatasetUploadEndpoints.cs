using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Portal.Grains.Datasets;
using Portal.Grains.Datasets.Ingest;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Datasets;

/// <summary>The two addresses that take files. They have bounds of their own in the place of the server's.</summary>
internal static class DatasetUploadEndpoints
{
    private static readonly string[] Queries = ["name", "subjectKey", "type", "uploadId"];

    public static void MapDatasetUploads(this RouteGroupBuilder group)
    {
        Describe(group.MapPost("/", CreateAsync))
            .WithName("CreateDataset").WithSummary("A new dataset of a CSV file, sent as the body or in a form.");
        Describe(group.MapPost("/{id}/versions", AddVersionAsync))
            .WithName("AddDatasetVersion").WithSummary("Another CSV file of a dataset, as a new version.");
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request,
        DatasetIngest ingest,
        ICaller caller,
        IOptions<DatasetOptions> options,
        CancellationToken cancel)
    {
        var upload = await UploadRequest.OpenAsync(request, cancel);
        var added = upload.Ok
            ? await ingest.CreateAsync(
                await caller.BeginAsync(cancel), upload.Value.Name, upload.Value.Settings, upload.Value.Body, cancel)
            : upload.Error;
        return await AnswerAsync(request, added, options.Value, cancel);
    }

    private static async Task<IResult> AddVersionAsync(
        string id,
        HttpRequest request,
        DatasetIngest ingest,
        ICaller caller,
        IOptions<DatasetOptions> options,
        CancellationToken cancel)
    {
        var upload = await UploadRequest.OpenAsync(request, cancel);
        var dataset = DatasetId.TryParse(id, out var known) ? known : default;
        var added = upload.Ok
            ? await ingest.AddVersionAsync(
                await caller.BeginAsync(cancel), dataset, upload.Value.Settings, upload.Value.Body, cancel)
            : upload.Error;
        return await AnswerAsync(request, added, options.Value, cancel);
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, Result<DatasetAdded> added, DatasetOptions options, CancellationToken cancel)
    {
        if (added.Ok)
        {
            var view = DatasetAddedView.Of(added.Value);
            var place = $"{request.PathBase}/api/v1/datasets/{view.Id}/versions/{view.Version.Number}";
            return view.IsNew ? TypedResults.Created(place, view) : TypedResults.Ok(view);
        }

        if (added.Error.Code == "upload-too-large")
        {
            return TypedResults.Problem(
                Problems.Of(StatusCodes.Status413PayloadTooLarge, added.Error.Code, added.Error.Message));
        }

        await UploadRequest.DrainAsync(request, options.BytesMax, cancel);
        return new ProblemResult(added.Error);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .RequireAuthorization(DatasetsPermissions.Create)
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .Produces<DatasetAddedView>(StatusCodes.Status201Created)
        .Produces<DatasetAddedView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "CSV in UTF-8 with a header line.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["text/csv"] = new() { Schema = text },
                    ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            };
            operation.Parameters ??= [];
            foreach (var name in Queries)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Schema = text,
                });
            }

            return Task.CompletedTask;
        });
}
