using System.Net.Mail;

namespace Portal.Tenancy.Identity;

/// <summary>E-mail addresses: which are taken and when two are the same.</summary>
public static class EmailAddress
{
    /// <summary>The longest that mail servers take.</summary>
    public const int CharactersMax = 254;

    /// <summary>Whether it looks like an address with a domain. Only mail that arrives proves more.</summary>
    public static bool IsPlausible(string? text) =>
        text is { Length: > 2 and <= CharactersMax }
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',')
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');

    /// <summary>What is compared and unique in a tenant.</summary>
    public static string Normalize(string text) => text.Trim().Normalize().ToUpperInvariant();
}
