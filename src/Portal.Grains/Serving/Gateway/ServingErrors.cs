using Portal.Compute.Inference.Protocol;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Gateway;

/// <summary>The refusals of this feature.</summary>
internal static class ServingErrors
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static readonly NotFound NotFound = new("endpoint-not-found", "There is no endpoint of this name.");

    public static readonly NotFound VersionNotFound =
        new("model-version-not-found", "This version does not answer at this endpoint.");

    public static readonly Unavailable Loading =
        new("endpoint-loading", "The endpoint's model is being loaded. Try again in a moment.", Soon);

    public static readonly QuotaExceeded TooMany = new(
        "too-many-requests", "Too many requests of this workspace run at the same time. Try again in a moment.", Soon);

    public static readonly Unavailable Deadline =
        new("deadline-exceeded", "The prediction took too long and was ended. Send fewer rows at a time.", Soon);

    public static readonly Unavailable Broken =
        new("prediction-failed", "The model could not answer this request.");

    public static Invalid TooLarge(int max) =>
        new(RequestFaultCode.BodyTooLarge, $"The request has more than {max} bytes. Send fewer rows at a time.");

    public static Invalid Of(RequestFault fault) => new(fault.Code, fault.Message)
    {
        Fields = fault.Input is null && fault.Row is null
            ? []
            : [new FieldError(fault.Code, fault.Message, Row: fault.Row + 1, Column: fault.Input)],
    };
}
