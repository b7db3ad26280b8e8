namespace Portal.Web.Features.Settings;

/// <summary>Names the texts of this feature: <c>SettingsText.resx</c>.</summary>
public sealed class SettingsText;
