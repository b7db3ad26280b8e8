using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Models;

/// <summary>Registers the feature.</summary>
internal static class ModelsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, ModelsPermissions>();
        services.AddSingleton<ModelQueries>();
        services.AddSingleton<ModelFiles>();
        return services;
    }
}
