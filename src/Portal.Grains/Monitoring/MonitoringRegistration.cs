using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Monitoring;

/// <summary>Registers the feature.</summary>
internal static class MonitoringRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, MonitoringPermissions>();
        return services;
    }
}
