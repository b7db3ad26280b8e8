using Microsoft.Extensions.Primitives;

namespace Portal.Web.Edge.Tenants;

/// <summary>The only place that builds or reads <c>/t/{slug}</c>.</summary>
public static class TenantPath
{
    private const string Prefix = "/t/";
    private const int SlugCharactersMax = 63;

    /// <summary>The path base of a tenant.</summary>
    public static string Of(string slug) => Prefix + slug;

    /// <summary>Splits <c>/t/acme/models</c> into <c>acme</c> and <c>/models</c>; false for any other.</summary>
    public static bool TrySplit(PathString path, out string slug, out PathString rest)
    {
        (slug, rest) = (string.Empty, PathString.Empty);
        var text = path.Value;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var tail = new StringSegment(text, Prefix.Length, text.Length - Prefix.Length);
        var end = tail.IndexOf('/');
        slug = (end < 0 ? tail : tail.Subsegment(0, end)).ToString();
        rest = end < 0 ? PathString.Empty : new PathString(tail.Substring(end));
        return true;
    }

    /// <summary>Whether <paramref name="slug"/> could be one: no look-up is spent on anything else.</summary>
    public static bool IsSlug(string slug) =>
        slug.Length is > 0 and <= SlugCharactersMax
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
