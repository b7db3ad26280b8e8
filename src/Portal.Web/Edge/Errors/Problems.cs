using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Edge.Errors;

/// <summary>The only place that makes a problem document (RFC 9457).</summary>
internal static class Problems
{
    private const string MediaType = "application/problem+json";
    private const string Help = "/help/errors/";

    /// <summary>The status of an error's family.</summary>
    public static int StatusOf(Error error) => error switch
    {
        NotFound => StatusCodes.Status404NotFound,
        Invalid => StatusCodes.Status400BadRequest,
        Conflict => StatusCodes.Status409Conflict,
        Forbidden => StatusCodes.Status403Forbidden,
        QuotaExceeded => StatusCodes.Status429TooManyRequests,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new UnreachableException($"The family of {error.GetType().Name} is unknown."),
    };

    /// <summary>The document of a refusal.</summary>
    public static ProblemDetails Of(Error error)
    {
        var problem = Of(StatusOf(error), error.Code, error.Message);
        if (!error.Fields.IsDefaultOrEmpty)
        {
            problem.Extensions["errors"] = error.Fields;
        }

        if (RetryAfterOf(error) is { } wait)
        {
            problem.Extensions["retryAfter"] = Seconds(wait);
        }

        return problem;
    }

    /// <summary>The document of a refusal that has no <see cref="Error"/>: it came from the edge itself.</summary>
    public static ProblemDetails Of(int status, string code, string detail)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = detail,
        };
        problem.Extensions["code"] = code;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
        problem.Extensions["help"] = Help + code;
        return problem;
    }

    /// <summary>Writes a refusal.</summary>
    public static Task WriteAsync(HttpContext context, Error error)
    {
        if (RetryAfterOf(error) is { } wait)
        {
            context.Response.Headers.RetryAfter =
                Seconds(wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, Of(error));
    }

    /// <summary>Writes a refusal that came from the edge itself.</summary>
    public static Task WriteAsync(
        HttpContext context, int status, string code, string detail, params (string Name, object? Value)[] more)
    {
        var problem = Of(status, code, detail);
        foreach (var (name, value) in more)
        {
            problem.Extensions[name] = value;
        }

        return WriteAsync(context, problem);
    }

    private static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }

    private static TimeSpan? RetryAfterOf(Error error) => error switch
    {
        QuotaExceeded quota => quota.RetryAfter,
        Unavailable unavailable => unavailable.RetryAfter,
        _ => null,
    };

    private static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);
}
