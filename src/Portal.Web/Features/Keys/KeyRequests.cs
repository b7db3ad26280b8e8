using System.Collections.Immutable;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Keys;

/// <summary>Makes a key: role by name; scopes are permissions, none means all of the role's; 1 to 365 days.</summary>
public sealed record CreateKeyRequest(string? Name, string? Role, ImmutableArray<string>? Scopes, int? Days);

/// <summary>A key just made. <paramref name="Key"/> is shown this once, and not to a repeated request.</summary>
public sealed record CreateKeyResponse(ServiceKeyId Id, DateTimeOffset ExpiresAt, string? Key);
