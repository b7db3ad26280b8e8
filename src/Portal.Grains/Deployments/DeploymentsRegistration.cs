using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Deployments;

/// <summary>Registers the feature.</summary>
internal static class DeploymentsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddDeployments(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, DeploymentsPermissions>();
        services.AddSingleton<DeploymentQueries>();
        return services;
    }
}
