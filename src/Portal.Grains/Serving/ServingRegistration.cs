using Microsoft.Extensions.DependencyInjection;
using Portal.Grains.Serving.Capture;
using Portal.Tenancy.Access;

namespace Portal.Grains.Serving;

/// <summary>Registers the feature.</summary>
internal static class ServingRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddServing(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionSource, ServingPermissions>();
        services.AddSingleton<CaptureChannel>();
        services.AddSingleton<CaptureStore>();
        services.AddSingleton<CaptureWriter>();
        services.AddHostedService(s => s.GetRequiredService<CaptureWriter>());
        return services;
    }
}
