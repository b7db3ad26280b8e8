namespace Portal.Web.Features.Home;

/// <summary>Names the texts of this feature: <c>HomeText.resx</c>.</summary>
public sealed class HomeText;
