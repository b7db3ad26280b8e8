namespace Portal.Web.Features.Monitoring;

/// <summary>Names the texts of this feature: <c>MonitoringText.resx</c>.</summary>
public sealed class MonitoringText;
