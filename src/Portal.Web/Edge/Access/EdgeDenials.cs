using Microsoft.AspNetCore.Authorization;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;

namespace Portal.Web.Edge.Access;

/// <summary>Puts what the edge refused to somebody it knows into his tenant's log.</summary>
internal sealed class EdgeDenials(DenialLog denials)
{
    /// <summary>A request; what stands in the log is the endpoint's pattern, not what was put into it.</summary>
    public Task RecordAsync(HttpContext context, AuthorizationPolicy policy, Principal principal)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
        var permission = policy.Requirements.OfType<PermissionRequirement>()
            .Select(r => r.Permission).FirstOrDefault(p => p is not null);
        return denials.RecordAsync(
            principal, permission ?? "sign-in", "address", $"{context.Request.Method} /{pattern.TrimStart('/')}",
            "permission-denied", context.RequestAborted);
    }

    /// <summary>A page in a circuit.</summary>
    public Task RecordAsync(Type page, Principal principal) =>
        denials.RecordAsync(
            principal,
            page.GetCustomAttributes(inherit: true).OfType<IAuthorizeData>().Select(a => a.Policy)
                .FirstOrDefault(p => p is not null) ?? "sign-in",
            "page", page.Name, "permission-denied");
}
