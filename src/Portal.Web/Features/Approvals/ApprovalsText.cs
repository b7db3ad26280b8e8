namespace Portal.Web.Features.Approvals;

/// <summary>Names the texts of this feature: <c>ApprovalsText.resx</c>.</summary>
public sealed class ApprovalsText;
