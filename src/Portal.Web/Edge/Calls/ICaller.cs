using Portal.Grains.Runtime;

namespace Portal.Web.Edge.Calls;

/// <summary>
/// Who calls, for façades: from the bearer key of an API request, or from the cookie of a page's request or circuit.
/// </summary>
public interface ICaller
{
    /// <summary>
    /// A fresh call context: the principal as confirmed lately, a new correlation id per request, and, for API
    /// requests,
    /// <c>Idempotency-Key</c> and <c>If-Match</c>. Throws when nobody is signed in, which policies prevent.
    /// </summary>
    ValueTask<CallContext> BeginAsync(CancellationToken cancel = default);
}
