namespace Portal.Web.Features.Deployments;

/// <summary>Names the texts of this feature: <c>DeploymentsText.resx</c>.</summary>
public sealed class DeploymentsText;
