using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A session as its events left it.</summary>
public sealed record SessionState : IGrainState<SessionState>
{
    /// <inheritdoc />
    public static SessionState Empty { get; } = new();

    /// <summary>Whose it is; null before it began.</summary>
    public UserId? User { get; init; }

    /// <summary>Whether it was ended.</summary>
    public bool Ended { get; init; }

    /// <inheritdoc />
    public SessionState Apply(IDomainEvent happened) => happened switch
    {
        SessionStarted e => this with { User = e.User },
        SessionEnded => this with { Ended = true },
        _ => this,
    };
}
