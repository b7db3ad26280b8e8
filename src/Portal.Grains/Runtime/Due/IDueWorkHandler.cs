using Portal.Tenancy.Regions;
using Portal.Tenancy.Storage.DueWork;

namespace Portal.Grains.Runtime.Due;

/// <summary>
/// Does one kind of due work. It may run more than once and on another node than before: whatever it does must be
/// idempotent. An exception means another attempt later.
/// </summary>
public interface IDueWorkHandler
{
    /// <summary>The kind of work, as in the row.</summary>
    string Kind { get; }

    /// <summary>How many may run at a time on this node and in this cell.</summary>
    int Concurrency { get; }

    /// <summary>
    /// Does it. <paramref name="cancel"/> fires when the node stops or the lease is lost: then leave at once, another
    /// node has it.
    /// </summary>
    Task HandleAsync(ICell cell, DueWorkItem work, CancellationToken cancel);
}
