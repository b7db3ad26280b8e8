using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Edge.Access;

/// <summary>The caller is known here and, where a permission is named, holds it.</summary>
internal sealed record PermissionRequirement(string? Permission) : IAuthorizationRequirement;
