using Portal.Tenancy.Primitives;

namespace Portal.Web.Features.Home;

/// <summary>What the pages of this feature ask for; a test hands them a fake.</summary>
public interface IHomeFacade
{
    /// <summary>The overview for whoever is signed in.</summary>
    Task<Result<HomeOverview>> GetAsync(CancellationToken cancel);
}
