using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Errors;

/// <summary>A refusal as an endpoint's answer.</summary>
public sealed class ProblemResult(Error error) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 409, 429, 503];

    /// <summary>The refusal.</summary>
    public Error Error => error;

    /// <inheritdoc />
    public int? StatusCode => Problems.StatusOf(error);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, error);

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in Statuses)
        {
            builder.Metadata.Add(
                new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
        }
    }
}
