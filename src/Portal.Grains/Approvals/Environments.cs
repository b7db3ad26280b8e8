using System.Collections.Immutable;

namespace Portal.Grains.Approvals;

/// <summary>Where models run. Production needs an approval.</summary>
public static class Environments
{
    /// <summary>For trying.</summary>
    public const string Dev = "dev";

    /// <summary>For a last look.</summary>
    public const string Staging = "staging";

    /// <summary>For real.</summary>
    public const string Production = "production";

    /// <summary>All, in the order of promotion.</summary>
    public static ImmutableArray<string> All { get; } = [Dev, Staging, Production];

    /// <summary>Whether there is such an environment.</summary>
    public static bool IsKnown(string name) => All.Contains(name);

    /// <summary>Whether nothing goes there without an approval.</summary>
    public static bool NeedsApproval(string name) => name == Production;
}
