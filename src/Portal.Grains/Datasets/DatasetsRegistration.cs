using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Datasets;

/// <summary>Registers the feature.</summary>
internal static class DatasetsRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddDatasets(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, DatasetsPermissions>();
        return services;
    }
}
