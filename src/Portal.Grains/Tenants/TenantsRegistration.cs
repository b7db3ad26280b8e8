using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Tenants;

/// <summary>Registers the feature.</summary>
internal static class TenantsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, TenantsPermissions>();
        return services;
    }
}
