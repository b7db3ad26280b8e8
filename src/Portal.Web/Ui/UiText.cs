namespace Portal.Web.Ui;

/// <summary>Names the texts of the design system and the shell: <c>UiText.resx</c>.</summary>
public sealed class UiText;
