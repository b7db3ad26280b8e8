using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Grains.Tenants;

/// <summary>The documents in force, as they lie in this assembly.</summary>
public sealed class TermsCatalog
{
    private const string Folder = ".Tenants.Terms.";
    private const string VersionWord = "Version ";

    /// <summary>All of them, terms of service first.</summary>
    public ImmutableArray<TermsDocument> All { get; } = [Read("terms"), Read("data-processing")];

    /// <summary>One of them; null when there is none of this name.</summary>
    public TermsDocument? Find(string document) => All.FirstOrDefault(d => d.Document == document);

    private static TermsDocument Read(string document)
    {
        var assembly = typeof(TermsCatalog).Assembly;
        var name = $"{assembly.GetName().Name}{Folder}{document}.md";
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The document {name} is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var text = Encoding.UTF8.GetString(bytes.ToArray());
        var lines = text.Split('\n');
        var version =
            lines.First(l => l.StartsWith(VersionWord, StringComparison.Ordinal))[VersionWord.Length..].Trim();
        return new(
            document, lines[0].TrimStart('#', ' ').Trim(), version,
            Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), text);
    }
}
