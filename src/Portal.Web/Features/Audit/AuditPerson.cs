namespace Portal.Web.Features.Audit;

/// <summary>Somebody to filter by.</summary>
public sealed record AuditPerson(string Id, string Name);
