using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Access;

namespace Portal.Grains.Training;

/// <summary>Registers the feature.</summary>
internal static class TrainingRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, TrainingPermissions>();
        return services;
    }
}
