namespace Portal.Web.Features.Members;

/// <summary>Names the texts of this feature: <c>MembersText.resx</c>.</summary>
public sealed class MembersText;
