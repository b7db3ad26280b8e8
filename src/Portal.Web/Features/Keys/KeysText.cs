namespace Portal.Web.Features.Keys;

/// <summary>Names the texts of this feature: <c>KeysText.resx</c>.</summary>
public sealed class KeysText;
