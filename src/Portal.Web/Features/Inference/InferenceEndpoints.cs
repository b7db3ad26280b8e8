using System.Globalization;
using Portal.Grains.Serving;
using Portal.Grains.Serving.Gateway;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge;
using Portal.Web.Edge.Calls;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Inference;

/// <summary>Predictions over HTTP: the Open Inference Protocol, and a simple form of rows.</summary>
internal static class InferenceEndpoints
{
    private const string Json = "application/json";
    private const string Action = ":predict";

    private static readonly string Version =
        typeof(InferenceEndpoints).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static void AddInference(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<ServingHealthCheck>("serving");

    public static void MapPredictions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapInference();
        group.MapGet("/", () => OpenInferenceAnswer.Server("Portal", Version)).AllowAnonymous()
            .WithName("GetServer").WithSummary("Name and version of the server.");
        group.MapGet("/health/live", () => OpenInferenceAnswer.Health(true)).AllowAnonymous()
            .WithName("IsServerLive").WithSummary("Whether the server lives.");
        group.MapGet("/health/ready", (ServingReadiness ready) => OpenInferenceAnswer.Health(ready.IsReady))
            .AllowAnonymous().WithName("IsServerReady").WithSummary("Whether the server may be asked.");
        MapModel(group, "/models/{endpoint}", "ServedModel");
        MapModel(group, "/models/{endpoint}/versions/{version}", "ServedVersion");

        routes.MapApi("endpoints").MapPost("/{endpoint}" + Action, PredictAsync)
            .WithName("Predict").WithSummary("Predicts rows: {\"rows\":[{\"column\":value}]}.")
            .Accepts<PredictRequest>(Json)
            .Produces<PredictResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .RequireAuthorization(ServingPermissions.Predict);
    }

    private static void MapModel(RouteGroupBuilder group, string path, string name)
    {
        group.MapGet(path, DescribeAsync).WithName($"Get{name}").WithSummary("Inputs and outputs of what answers.")
            .RequireAuthorization(ServingPermissions.Predict);
        group.MapGet(path + "/ready", IsReadyAsync).WithName($"Is{name}Ready").WithSummary("Whether it may be asked.")
            .RequireAuthorization(ServingPermissions.Predict);
        group.MapPost(path + "/infer", InferAsync).WithName($"Infer{name}").WithSummary("Predicts tensors.")
            .RequireAuthorization(ServingPermissions.Predict);
    }

    private static async Task<IResult> DescribeAsync(
        string endpoint, string? version, ICaller caller, InferenceGateway gateway, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var found = await gateway.DescribeAsync(principal, endpoint, version, cancel);
        return found.Ok ? OpenInferenceAnswer.Of(found.Value.WriteMetadataTo) : OpenInferenceAnswer.Of(found.Error);
    }

    private static async Task<IResult> IsReadyAsync(
        string endpoint, string? version, ICaller caller, InferenceGateway gateway, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var found = await gateway.DescribeAsync(principal, endpoint, version, cancel);
        return found.Ok ? OpenInferenceAnswer.Ready(endpoint, true)
            : found.Error is Unavailable ? OpenInferenceAnswer.Ready(endpoint, false)
            : OpenInferenceAnswer.Of(found.Error);
    }

    private static async Task<IResult> InferAsync(
        string endpoint, string? version, HttpContext context, ICaller caller, InferenceGateway gateway,
        CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var answer = await gateway.PredictAsync(
            principal, new(endpoint, InferenceForm.OpenInference, version), context.Request.BodyReader, cancel);
        return answer.Ok ? Write(context, answer.Value) : OpenInferenceAnswer.Of(answer.Error);
    }

    private static async Task<IResult> PredictAsync(
        string endpoint, HttpContext context, ICaller caller, InferenceGateway gateway, CancellationToken cancel)
    {
        var principal = (await caller.BeginAsync(cancel)).Principal;
        var answer = await gateway.PredictAsync(
            principal, new(endpoint, InferenceForm.Rows), context.Request.BodyReader, cancel);
        return answer.Ok ? Write(context, answer.Value) : new ProblemResult(answer.Error);
    }

    private static IResult Write(HttpContext context, InferenceAnswer answer)
    {
        var headers = context.Response.Headers;
        headers["X-Model-Id"] = answer.Model.ToString();
        headers["X-Model-Version"] = answer.Version.ToString(CultureInfo.InvariantCulture);
        headers["X-Revision"] = answer.Revision.ToString(CultureInfo.InvariantCulture);
        headers["X-Request-Id"] = answer.RequestId;
        return OpenInferenceAnswer.Of(answer.WriteTo);
    }
}
