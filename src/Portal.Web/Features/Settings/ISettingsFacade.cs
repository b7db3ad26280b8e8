using Portal.Grains.Tenants;
using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Settings;

/// <summary>What the settings page asks for.</summary>
public interface ISettingsFacade
{
    /// <summary>The workspace's facts.</summary>
    Task<Result<WorkspaceView>> GetAsync(CancellationToken cancel);
}
