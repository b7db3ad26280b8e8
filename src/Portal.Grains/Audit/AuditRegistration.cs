using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Audit;

/// <summary>Registers the feature.</summary>
internal static class AuditRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, AuditPermissions>();
        return services;
    }
}
