namespace Portal.Web.Features.Audit;

/// <summary>Names the texts of this feature: <c>AuditText.resx</c>.</summary>
public sealed class AuditText;
