using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Grains.Runtime.Due;
using Portal.Grains.Runtime.Hosting;
using Portal.Tenancy.Access;

namespace Portal.Grains.Runtime;

/// <summary>Registers what every feature stands on.</summary>
internal static class GrainRuntimeRegistration
{
    /// <summary>Adds the codec, the gateway, the denial log, the due-work runners and the grain engine.</summary>
    public static IServiceCollection AddGrainRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PermissionCatalog>();
        services.AddSingleton(new EventCodec(typeof(GrainRuntimeRegistration).Assembly));
        services.AddSingleton<DenialLog>();
        services.AddSingleton<PermissionGate>();
        services.AddSingleton<GrainGateway>();
        services.AddOptions<DueWorkOptions>().Bind(configuration.GetSection(DueWorkOptions.SectionName));
        services.AddHostedService<DueWorkRunner>();
        return services.AddGrainEngine();
    }
}
