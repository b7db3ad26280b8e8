namespace Portal.Web.Features.TryIt;

/// <summary>Names the texts of this feature: <c>TryItText.resx</c>.</summary>
public sealed class TryItText;
