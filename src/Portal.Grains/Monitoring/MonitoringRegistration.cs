using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Monitoring;

/// <summary>Registers the feature.</summary>
internal static class MonitoringRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, MonitoringPermissions>();
        services.AddSingleton<DriftService>();
        services.AddSingleton(s => new MonitoringQueries(
            s.GetRequiredService<ICells>(), s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<DriftService>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
