using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Portal.Grains.Embedded;

namespace Portal.Grains.Tests.Engine;

/// <summary>A host of probe grains with its own services.</summary>
internal sealed class ProbeHost : IAsyncDisposable
{
    /// <summary>Only a hang reaches it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    public ProbeHost(Action<EmbeddedGrainsBuilder>? configure = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Probe>();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddEmbeddedGrains(grains =>
        {
            grains.AddGrainAssembly(typeof(ProbeGrain).Assembly);
            configure?.Invoke(grains);
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        Probe = _services.GetRequiredService<Probe>();
        Host = _services.GetRequiredService<EmbeddedGrainHost>();
    }

    public Probe Probe { get; }

    public EmbeddedGrainHost Host { get; }

    public IProbeGrain Grain(string key) => _services.GetRequiredService<IGrainFactory>().GetGrain<IProbeGrain>(key);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
