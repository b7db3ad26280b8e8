namespace Portal.Web.Features.SignIn;

/// <summary>What the forms of this feature send.</summary>
public sealed class SignInInput
{
    public string? Slug { get; set; }

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Password { get; set; }
}
