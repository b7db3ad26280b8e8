using System.Collections.Immutable;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A workspace's own facts; <paramref name="Version"/> is what <c>If-Match</c> compares.</summary>
public sealed record WorkspaceView(
    TenantId Id, string Name, string Slug, RegionCode Region, Plan Plan, DateTimeOffset CreatedAt, int Members,
    ImmutableArray<AcceptedView> Accepted, long Version);

/// <summary>A document that was accepted; the name is null when that person has left.</summary>
public sealed record AcceptedView(
    string Document, string Version, string Sha256, UserId AcceptedBy, string? AcceptedByName,
    DateTimeOffset AcceptedAt);

/// <summary>A member.</summary>
public sealed record MemberView(UserId Id, string Name, string Email, Role Role, DateTimeOffset JoinedAt);

/// <summary>An invitation that waits; <paramref name="Expired"/> once nobody can use it any more.</summary>
public sealed record InvitationView(
    InvitationId Id, string Email, Role Role, string InvitedBy, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt,
    bool Expired);

/// <summary>A service key, without its secret. <paramref name="State"/>: active, expired or revoked.</summary>
public sealed record ServiceKeyView(
    ServiceKeyId Id, string Name, Role Role, ImmutableArray<string> Scopes, UserId Person, string? PersonName,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, string State);
