using Microsoft.Extensions.DependencyInjection;

namespace Portal.Grains.Runtime.Hosting;

/// <summary>
/// Registers the engine that this build runs grains on. The Orleans build has its own file of this name.
/// </summary>
internal static class GrainEngineRegistration
{
    /// <summary>Adds one embedded host per cell.</summary>
    public static IServiceCollection AddGrainEngine(this IServiceCollection services)
    {
        services.AddSingleton<EmbeddedGrainHosts>();
        services.AddSingleton<IGrainHosts>(s => s.GetRequiredService<EmbeddedGrainHosts>());
        services.AddHostedService(s => s.GetRequiredService<EmbeddedGrainHosts>());
        return services;
    }
}
