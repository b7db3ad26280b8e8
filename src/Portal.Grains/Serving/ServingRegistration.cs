using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Grains.Runtime;
using Portal.Grains.Runtime.Due;
using Portal.Grains.Serving.Capture;
using Portal.Grains.Serving.Gateway;
using Portal.Grains.Serving.Nodes;
using Portal.Grains.Serving.Routing;
using Portal.Tenancy.Access;

namespace Portal.Grains.Serving;

/// <summary>Registers the feature.</summary>
internal static class ServingRegistration
{
    /// <summary>Adds what the feature consists of.</summary>
    public static IServiceCollection AddServing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPermissionSource, ServingPermissions>();
        services.AddOptions<ServingOptions>().Bind(configuration.GetSection(ServingOptions.SectionName));
        services.AddOptions<CaptureOptions>().Bind(configuration.GetSection(CaptureOptions.SectionName));
        services.AddSingleton<ServingReadiness>();
        AddCapture(services);
        AddRouting(services);
        AddGateway(services);
        return services;
    }

    private static void AddGateway(IServiceCollection services)
    {
        services.AddSingleton<TenantGates>();
        services.AddSingleton(s => new InferenceGateway(
            s.GetRequiredService<PermissionGate>(),
            s.GetRequiredService<RouteTable>(),
            s.GetRequiredService<TenantGates>(),
            s.GetRequiredService<CaptureChannel>(),
            s.GetRequiredService<IOptions<ServingOptions>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<InferenceGateway>>()));
        services.AddSingleton<EndpointExamples>();
    }

    private static void AddRouting(IServiceCollection services)
    {
        services.AddSingleton<ServingNode>();
        services.AddSingleton<NodeLeases>();
        services.AddSingleton<LiveNodes>();
        services.AddSingleton<RouteTable>();
        services.AddSingleton<LoadReports>();
        services.AddSingleton<ModelLoader>();
        services.AddSingleton<IDueWorkHandler, RouteHandler>();
        services.AddSingleton<IHostedService, NodeHeartbeat>();
        services.AddSingleton<IHostedService, RouteLoader>();
    }

    // Hosted services stop in the reverse order: added first, it still takes what others offer while they stop.
    private static void AddCapture(IServiceCollection services)
    {
        services.AddSingleton<CaptureChannel>();
        services.AddSingleton<CaptureStore>();
        services.AddSingleton<CaptureWriter>();
        services.AddHostedService(s => s.GetRequiredService<CaptureWriter>());
    }
}
