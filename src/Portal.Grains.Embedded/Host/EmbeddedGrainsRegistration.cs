using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Runtime;

namespace Portal.Grains.Embedded;

/// <summary>Registers the engine.</summary>
public static class EmbeddedGrainsRegistration
{
    /// <summary>
    /// Registers one host for the provider built from these services, its <see cref="IGrainFactory"/>, and its stop
    /// with the application's. A process holds as many hosts as it builds providers.
    /// </summary>
    /// <param name="services">The services that grains are made from.</param>
    /// <param name="configure">Says what the host holds.</param>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services,
        Action<EmbeddedGrainsBuilder> configure)
    {
        var builder = new EmbeddedGrainsBuilder(services);
        configure(builder);
        services.TryAddScoped<ActivationScope>();
        services.TryAddScoped<IGrainContext>(x => x.GetRequiredService<ActivationScope>().Required);
        services.AddSingleton(x => new EmbeddedGrainHost(x, builder.Assemblies, builder.Options));
        services.AddSingleton(x => x.GetRequiredService<EmbeddedGrainHost>().GrainFactory);
        services.AddHostedService<GrainHostLifetime>();
        return services;
    }
}
