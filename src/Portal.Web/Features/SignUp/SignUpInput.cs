namespace Portal.Web.Features.SignUp;

/// <summary>What the sign-up form sends.</summary>
public sealed class SignUpInput
{
    public string? Workspace { get; set; }

    public string? Slug { get; set; }

    public string? Region { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>Documents with their hashes, as the boxes send them: <c>terms:4f…</c>.</summary>
    public List<string>? Accepted { get; set; }
}
