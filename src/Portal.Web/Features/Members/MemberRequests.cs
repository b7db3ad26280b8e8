using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Members;

/// <summary>Invites somebody; the role by name, such as <c>data-scientist</c>.</summary>
public sealed record InviteRequest(string? Email, string? Role);

/// <summary>An invitation just made. Token and address are shown this once; no mail is sent.</summary>
public sealed record InviteResponse(InvitationId Id, DateTimeOffset ExpiresAt, string? Token, string? Url);

/// <summary>Uses an invitation.</summary>
public sealed record AcceptRequest(string? Token, string? Name, string? Password);

/// <summary>A new member and where he signs in.</summary>
public sealed record AcceptResponse(UserId Id, TenantId Workspace, string Slug, string SignIn);

/// <summary>Another role, by name.</summary>
public sealed record RoleRequest(string? Role);
