using Microsoft.AspNetCore.SignalR;

namespace Portal.Web.Edge.Tenants;

/// <summary>
/// Hands the tenant of the connection's address to the circuit that is made on it. The address that the browser writes
/// into the call is not asked: it can say anything.
/// </summary>
internal sealed class TenantHubFilter : IHubFilter
{
    private static readonly AsyncLocal<HttpContext?> Connection = new();

    /// <summary>The connection whose hub call is running, null outside one.</summary>
    public static HttpContext? Current => Connection.Value;

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        Connection.Value = invocationContext.Context.GetHttpContext();
        return next(invocationContext);
    }
}
