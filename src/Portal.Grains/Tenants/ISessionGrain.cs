using Orleans;
using Portal.Grains.Runtime;
using Portal.Tenancy.Primitives;

namespace Portal.Grains.Tenants;

/// <summary>A person's session. Key: <c>GrainKeys.Session</c>.</summary>
[Alias("portal.ISessionGrain")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>Begins the caller's session; he has proven who he is.</summary>
    [Requires(TenantsPermissions.Session)]
    Task<Result<Unit>> StartAsync(CancellationToken cancel);

    /// <summary>Ends the caller's own session.</summary>
    [Requires(TenantsPermissions.Session)]
    Task<Result<Unit>> EndAsync(CancellationToken cancel);
}
