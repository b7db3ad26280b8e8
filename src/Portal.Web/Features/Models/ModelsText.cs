namespace Portal.Web.Features.Models;

/// <summary>Names the texts of this feature: <c>ModelsText.resx</c>.</summary>
public sealed class ModelsText;
