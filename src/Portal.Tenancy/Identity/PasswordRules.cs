using Portal.Tenancy.Primitives;

namespace Portal.Tenancy.Identity;

/// <summary>
/// What a password must be: long, and not made of what everybody knows. No rules of composition, as NIST SP 800-63B
/// advises.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int CharactersMin = 10;

    /// <summary>The most; hashing takes time with length.</summary>
    public const int CharactersMax = 200;

    private const int DistinctMin = 5;
    private const int TellingMin = 4;

    private static readonly string[] Common =
        ["password", "qwerty", "letmein", "welcome", "iloveyou", "1234567", "abcdefg", "administrator"];

    /// <summary>All faults; <paramref name="known"/> is what others know of him: address, name, workspace.</summary>
    public static IEnumerable<FieldError> Check(string? password, params IEnumerable<string?> known)
    {
        if (password is null || password.Length < CharactersMin)
        {
            yield return new(
                "password-too-short",
                $"Use at least {CharactersMin} characters. A few words together are fine.", "password");
            yield break;
        }

        if (password.Length > CharactersMax)
        {
            yield return new("password-too-long", $"Use at most {CharactersMax} characters.", "password");
            yield break;
        }

        if (password.Distinct().Count() < DistinctMin)
        {
            yield return new("password-too-uniform", $"Use at least {DistinctMin} different characters.", "password");
        }

        var telling = known.OfType<string>().SelectMany(k => k.Split('@', ' ')).Where(k => k.Length >= TellingMin);
        if (Common.Concat(telling).Any(c => IsMostlyOf(password, c)))
        {
            yield return new(
                "password-too-obvious", "This is too easy to guess. Leave out common words, your name and address.",
                "password");
        }
    }

    // A long password may hold a known word; one that is little besides it may not.
    private static bool IsMostlyOf(string password, string word) =>
        password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < TellingMin + 2;
}
