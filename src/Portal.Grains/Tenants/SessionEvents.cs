using Portal.Grains.Runtime;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A person signed in.</summary>
[EventType("session.started")]
public sealed record SessionStarted(SessionId Session, UserId User, string Strength) : IDomainEvent;

/// <summary>A person signed out, or the session was ended for him.</summary>
[EventType("session.ended")]
public sealed record SessionEnded(SessionId Session, string Cause) : IDomainEvent;
