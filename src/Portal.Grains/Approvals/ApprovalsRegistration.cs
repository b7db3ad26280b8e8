using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Approvals;

/// <summary>Registers the feature.</summary>
internal static class ApprovalsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, ApprovalsPermissions>();
        services.AddSingleton<ApprovalQueries>();
        services.AddSingleton<ReviewerLookup>();
        return services;
    }
}
