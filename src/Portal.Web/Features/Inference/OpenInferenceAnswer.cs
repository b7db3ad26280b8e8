using System.Buffers;
using System.Globalization;
using Portal.Grains.Serving.Gateway;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Errors;

namespace Portal.Web.Features.Inference;

/// <summary>A JSON document as the Open Inference Protocol writes it, errors included.</summary>
internal sealed class OpenInferenceAnswer(int status, Action<IBufferWriter<byte>> write, Error? error = null) : IResult
{
    public static IResult Of(Action<IBufferWriter<byte>> write) =>
        new OpenInferenceAnswer(StatusCodes.Status200OK, write);

    /// <summary>A refusal: <c>{"error":"…"}</c>, its code in a header.</summary>
    public static IResult Of(Error error) =>
        new OpenInferenceAnswer(Problems.StatusOf(error), to => ProtocolDocuments.WriteError(to, error.Message), error);

    public static IResult Server(string name, string version) =>
        Of(to => ProtocolDocuments.WriteServer(to, name, version));

    public static IResult Health(bool healthy) => new OpenInferenceAnswer(
        healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        to => ProtocolDocuments.WriteHealth(to, healthy));

    public static IResult Ready(string endpoint, bool ready) => new OpenInferenceAnswer(
        ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        to => ProtocolDocuments.WriteReady(to, endpoint, ready));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        if (error is not null)
        {
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Error-Code"] = error.Code;
        }

        if (WaitOf(error) is { } wait)
        {
            response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        write(response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static TimeSpan? WaitOf(Error? error) => error switch
    {
        QuotaExceeded quota => quota.RetryAfter,
        Unavailable unavailable => unavailable.RetryAfter,
        _ => null,
    };
}
