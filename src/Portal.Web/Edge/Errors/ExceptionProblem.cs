using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Errors;

/// <summary>A bug or a broken environment, told to a machine: a code and a trace id, nothing of the inside.</summary>
internal static class ExceptionProblem
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    public static Task WriteAsync(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad =>
                Problems.WriteAsync(context, bad.StatusCode, CodeOf(bad.StatusCode), bad.Message),
            DbException { IsTransient: true } or DbException { InnerException: TimeoutException } =>
                Problems.WriteAsync(
                    context, new Unavailable("database-unavailable", "The region's database does not answer.", Again)),
            _ => Problems.WriteAsync(
                context, StatusCodes.Status500InternalServerError, "internal-error",
                "Something went wrong on our side. The trace id finds it in our log."),
        };

    /// <summary>The code of a status that arose without an error of ours.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status413PayloadTooLarge => "request-too-large",
        StatusCodes.Status415UnsupportedMediaType => "media-type-unsupported",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        >= 500 => "internal-error",
        _ => "refused",
    };
}
