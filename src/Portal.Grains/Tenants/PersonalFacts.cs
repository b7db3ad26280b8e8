using Portal.Grains.Runtime;

namespace Portal.Grains.Tenants;

/// <summary>What the log says of events that name people.</summary>
internal static class PersonalFacts
{
    /// <summary>Needed to give the service that was agreed on (GDPR article 6(1)(b)).</summary>
    public static EventFacts Contract { get; } = new() { Classification = "personal", LegalBasis = "contract" };
}
