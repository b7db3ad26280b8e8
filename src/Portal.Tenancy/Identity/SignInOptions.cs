namespace Portal.Tenancy.Identity;

/// <summary>Bounds of signing in and of sessions.</summary>
public sealed class SignInOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Portal:SignIn";

    /// <summary>Wrong passwords until a person is locked out; 1–100, default 5.</summary>
    public int FailuresMax { get; set; } = 5;

    /// <summary>How long a lockout lasts; default 15 minutes.</summary>
    public TimeSpan Lockout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A session ends when it was not used for so long; default 8 hours.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A session ends so long after sign-in, whatever its use; default 7 days.</summary>
    public TimeSpan SessionMax { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How old a credential in memory may be before the database is asked; at most 3 s, default 2 s.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 of a password; default 210,000 (OWASP).</summary>
    public int PasswordIterations { get; set; } = 210_000;
}
