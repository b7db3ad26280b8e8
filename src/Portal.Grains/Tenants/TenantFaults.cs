using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Portal.Tenancy.Identity;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>What can be wrong with what people type; all faults at once, each in its place.</summary>
internal static partial class TenantFaults
{
    private const int NameCharactersMax = 100;
    private static readonly ImmutableHashSet<string> Reserved =
        ["admin", "api", "app", "help", "home", "login", "portal", "root", "sign-in", "sign-up", "status", "support",
            "system", "terms", "www"];

    public static Error Of(IEnumerable<FieldError> faults) =>
        new Invalid("invalid-request", "Something is missing or wrong. Each place is named.") { Fields = [.. faults] };

    public static IEnumerable<FieldError> Name(string? name, string path)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("name-missing", "A name is needed.", path);
        }
        else if (name.Length > NameCharactersMax || name.Any(char.IsControl))
        {
            yield return new("name-invalid", $"Use at most {NameCharactersMax} ordinary characters.", path);
        }
    }

    public static IEnumerable<FieldError> Slug(string? slug)
    {
        if (slug is null || !SlugPattern().IsMatch(slug))
        {
            yield return new(
                "slug-invalid",
                "Use 3 to 40 lower-case letters, digits and hyphens, beginning with a letter, "
                    + "without a hyphen at the end.",
                "slug");
        }
        else if (Reserved.Contains(slug))
        {
            yield return new("slug-taken", "This address is taken.", "slug");
        }
    }

    public static IEnumerable<FieldError> Email(string? email)
    {
        if (!EmailAddress.IsPlausible(email))
        {
            yield return new("email-invalid", "This does not look like an e-mail address.", "email");
        }
    }

    public static IEnumerable<FieldError> Key(string? name, int? days)
    {
        foreach (var fault in Name(name, "name"))
        {
            yield return fault;
        }

        if (days is < 1 or > TenantLimits.KeyDaysMax)
        {
            yield return new("days-invalid", $"A key lives for 1 to {TenantLimits.KeyDaysMax} days.", "days");
        }
    }

    [GeneratedRegex("^[a-z](?:[a-z0-9-]{1,38})[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();
}
