using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Portal.Grains.Embedded;
using Portal.Tenancy.Access;
using Portal.Tenancy.Primitives;
using Portal.Tenancy.Regions;

namespace Portal.Grains.Runtime.Hosting;

/// <summary>One embedded grain host per cell, each with services of its own, so that cells share nothing.</summary>
internal sealed class EmbeddedGrainHosts : IGrainHosts, IHostedService, IAsyncDisposable
{
    private readonly FrozenDictionary<RegionCode, ServiceProvider> _providers;

    public EmbeddedGrainHosts(ICells cells, IServiceProvider root) =>
        _providers = cells.All.ToFrozenDictionary(c => c.Region, c => Build(c, root));

    /// <inheritdoc />
    public IGrainFactory Of(RegionCode region) =>
        _providers[region].GetRequiredService<EmbeddedGrainHost>().GrainFactory;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_providers.Values.Select(
            p => p.GetRequiredService<EmbeddedGrainHost>().StopAsync(cancellationToken)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers.Values)
        {
            await provider.DisposeAsync();
        }
    }

    private static ServiceProvider Build(ICell cell, IServiceProvider root)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(root.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(root.GetRequiredService<TimeProvider>());
        services.AddSingleton(root.GetRequiredService<PermissionCatalog>());
        services.AddSingleton(root.GetRequiredService<DenialLog>());
        services.AddSingleton(root.GetRequiredService<EventCodec>());
        services.AddSingleton(cell);
        services.AddSingleton<GrainRuntime>();
        services.AddEmbeddedGrains(grains => grains
            .AddGrainAssembly(typeof(EmbeddedGrainHosts).Assembly)
            .AddIncomingGrainCallFilter<PermissionFilter>());
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
