using System.Globalization;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;
using Portal.Web.Edge.Access;

namespace Portal.Web.Edge.Calls;

/// <summary>Makes call contexts from the principal of the request or circuit.</summary>
internal sealed class Caller(PrincipalAccessor principals, IHttpContextAccessor http, TimeProvider clock) : ICaller
{
    private Guid? _request;

    public async ValueTask<CallContext> BeginAsync(CancellationToken cancel = default)
    {
        var principal = await ((IPrincipalAccessor)principals).GetAsync();
        if (principals.InCircuit || http.HttpContext is not { } context)
        {
            return new CallContext(principal, PublicId.New(clock));
        }

        return new CallContext(principal, _request ??= PublicId.New(clock))
        {
            CommandId = NullIfEmpty(context.Request.Headers["Idempotency-Key"].ToString()),
            IfVersion = Version(context.Request.Headers.IfMatch.ToString()),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static long? Version(string etag) =>
        long.TryParse(etag.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
