using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Serving;

/// <summary>Registers the feature.</summary>
internal static class ServingRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddServing(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, ServingPermissions>();
        return services;
    }
}
