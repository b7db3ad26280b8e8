using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Runtime;
using Portal.Tenancy.Access;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Audit;

/// <summary>Registers the feature.</summary>
internal static class AuditRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, AuditPermissions>();
        services.AddSingleton<AuditAccessLog>();
        services.AddSingleton(s => new AuditQueries(
            s.GetRequiredService<ICells>(), s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<AuditAccessLog>()));
        services.AddSingleton(s => new AuditExporter(
            s.GetRequiredService<ICells>(), s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<AuditAccessLog>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
