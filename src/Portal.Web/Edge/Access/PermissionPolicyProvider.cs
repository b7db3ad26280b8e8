using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Edge.Access;

/// <summary>
/// A policy's name is a permission's name. What names no policy needs a caller who is known here: nothing is open
/// unless it says so with <see cref="AllowAnonymousAttribute"/>.
/// </summary>
internal sealed class PermissionPolicyProvider : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy Known = Of(null);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult<AuthorizationPolicy?>(Of(policyName));

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Known);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(Known);

    private static AuthorizationPolicy Of(string? permission) =>
        new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(permission)).Build();
}
