using Microsoft.AspNetCore.Authorization;
using Portal.Tenancy.Access;

namespace Portal.Web.Edge.Access;

internal sealed class PermissionHandler(PermissionCatalog catalog, PrincipalAccessor accessor)
    : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (accessor.Of(context.User) is { } principal
            && (requirement.Permission is null || catalog.Allows(principal, requirement.Permission)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
