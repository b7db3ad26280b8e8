using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;
using Portal.Tenancy.Identity;

namespace Portal.Grains.Tenants;

/// <summary>Registers the feature.</summary>
internal static class TenantsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPortalIdentity(configuration);
        services.AddSingleton<IPermissionSource, TenantsPermissions>();
        services.AddSingleton<TermsCatalog>();
        services.AddSingleton<SignUpService>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<InvitationService>();
        services.AddSingleton<ServiceKeyService>();
        services.AddSingleton<TenantQueries>();
        services.AddSingleton<SignUpReconciler>();
        services.AddHostedService(s => s.GetRequiredService<SignUpReconciler>());
        return services;
    }
}
