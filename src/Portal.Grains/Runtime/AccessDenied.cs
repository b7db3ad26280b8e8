namespace Portal.Grains.Runtime;

/// <summary>An attempt that was refused. Its row has the decision <c>deny</c>.</summary>
[EventType("access.denied")]
public sealed record AccessDenied(string Permission, string TargetKind, string TargetId, int Count) : IDomainEvent;
