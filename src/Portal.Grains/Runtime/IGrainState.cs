namespace Portal.Grains.Runtime;

/// <summary>A grain's state: immutable, and nothing but the fold of its events.</summary>
public interface IGrainState<TSelf>
    where TSelf : class, IGrainState<TSelf>
{
    /// <summary>The state before the first event.</summary>
    static abstract TSelf Empty { get; }

    /// <summary>The state after <paramref name="happened"/>. Pure; unknown events change nothing.</summary>
    TSelf Apply(IDomainEvent happened);
}
