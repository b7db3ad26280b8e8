namespace Portal.Grains.Tenants;

/// <summary>
/// A document that a workspace accepts: its name, version, SHA-256 in lower-case hex, and text in Markdown.
/// </summary>
public sealed record TermsDocument(string Document, string Title, string Version, string Sha256, string Text);
