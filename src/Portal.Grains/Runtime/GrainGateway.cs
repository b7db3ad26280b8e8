using Orleans;
using Portal.Grains.Keys;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Runtime;

/// <summary>
/// The only way to a grain from outside: façades call through it, so that the principal always travels with the call
/// and the cell is always the principal's own.
/// </summary>
public sealed class GrainGateway(IGrainHosts hosts)
{
    /// <summary>
    /// Calls a grain as <paramref name="call"/>'s principal. The key's tenant is the principal's by construction of
    /// <paramref name="key"/>; the grain checks it again.
    /// </summary>
    public async Task<Result<T>> CallAsync<TGrain, T>(
        CallContext call, GrainKey key, Func<TGrain, Task<Result<T>>> method)
        where TGrain : IGrainWithStringKey
    {
        CallContext.Enter(call);
        try
        {
            return await method(hosts.Of(call.Principal.Region).GetGrain<TGrain>(key.ToString()));
        }
        finally
        {
            CallContext.Leave();
        }
    }
}

/// <summary>The grain factories of the cells that this process runs.</summary>
public interface IGrainHosts
{
    /// <summary>The factory of one cell.</summary>
    IGrainFactory Of(RegionCode region);
}
