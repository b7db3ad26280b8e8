namespace Portal.Web.Features.SignUp;

/// <summary>Names the texts of this feature: <c>SignUpText.resx</c>.</summary>
public sealed class SignUpText;
