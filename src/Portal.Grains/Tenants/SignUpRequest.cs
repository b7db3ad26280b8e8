using System.Collections.Immutable;

namespace Portal.Grains.Tenants;

/// <summary>What somebody gives to open a workspace.</summary>
public sealed record SignUpRequest
{
    /// <summary>The workspace's name, 1–100 characters.</summary>
    public string? Workspace { get; init; }

    /// <summary>Its address: 3–40 lower-case letters, digits, hyphens.</summary>
    public string? Slug { get; init; }

    /// <summary>A region's code.</summary>
    public string? Region { get; init; }

    /// <summary>What the owner is called.</summary>
    public string? Name { get; init; }

    /// <summary>The owner's address.</summary>
    public string? Email { get; init; }

    /// <summary>The owner's password.</summary>
    public string? Password { get; init; }

    /// <summary>Every document in force, by name and SHA-256.</summary>
    public ImmutableArray<AcceptedDocument> Accepted { get; init; } = [];

    /// <summary>Whether a service key of the owner is made at once.</summary>
    public bool CreateKey { get; init; }
}

/// <summary>A document that was read and accepted.</summary>
public sealed record AcceptedDocument(string? Document, string? Sha256);
