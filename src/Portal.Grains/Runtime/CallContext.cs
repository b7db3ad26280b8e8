using Orleans.Runtime;
using Portal.Tenancy.Access;

namespace Portal.Grains.Runtime;

/// <summary>
/// What travels with every grain call: who calls, the id that makes the command idempotent, and the id that joins the
/// events of one request. Made at the edge, read at the grain.
/// </summary>
public sealed record CallContext(Principal Principal, Guid CorrelationId)
{
    private const string Key = "portal.call";

    /// <summary>The caller's <c>Idempotency-Key</c>; null when he sent none.</summary>
    public string? CommandId { get; init; }

    /// <summary>The stream version that the caller saw (<c>If-Match</c>); null when he named none.</summary>
    public long? IfVersion { get; init; }

    /// <summary>What caused this call, when it was an event or due work.</summary>
    public Guid? CausationId { get; init; }

    /// <summary>The context of the running call; throws outside of one.</summary>
    internal static CallContext Current =>
        RequestContext.Get(Key) as CallContext
        ?? throw new InvalidOperationException("A grain was called without a call context; use the gateway.");

    internal static void Enter(CallContext call) => RequestContext.Set(Key, call);

    internal static void Leave() => RequestContext.Remove(Key);
}
