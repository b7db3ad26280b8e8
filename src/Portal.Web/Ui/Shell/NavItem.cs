namespace Portal.Web.Ui.Shell;

/// <summary>
/// An entry of the side navigation. It shows as soon as a page stands at <paramref name="Href"/>, to those who may see
/// that page. <paramref name="Key"/> names its text in <c>UiText.resx</c>.
/// </summary>
internal sealed record NavItem(string Key, string Href, string Icon, string Group);
