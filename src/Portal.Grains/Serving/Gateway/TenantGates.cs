using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Portal.Grains.Serving.Nodes;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Serving.Gateway;

/// <summary>One gate a tenant; its width is the tenant's limit divided by the nodes that serve.</summary>
internal sealed class TenantGates(IOptions<ServingOptions> options, LiveNodes live, TimeProvider clock)
{
    private readonly ConcurrentDictionary<TenantId, TenantGate> _gates = new();

    /// <summary>The gate that was entered; null when there is no room.</summary>
    public async ValueTask<TenantGate?> EnterAsync(Principal principal, CancellationToken cancel)
    {
        var limits = options.Value;
        var gate = _gates.GetOrAdd(principal.Tenant, _ => new TenantGate(clock));
        var width = Math.Max(1, limits.TenantConcurrency / live.Of(principal.Region));
        return await gate.EnterAsync(width, limits.TenantWaiting, limits.WaitMax, cancel) ? gate : null;
    }
}
