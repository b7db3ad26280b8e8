namespace Portal.Web.Features.SignIn;

/// <summary>Names the texts of this feature: <c>SignInText.resx</c>.</summary>
public sealed class SignInText;
